using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Message components, version 1 and Components V2.</summary>
/// <remarks>https://discord.com/developers/docs/components/reference</remarks>
internal static partial class PayloadRules
{
    private const int ActionRow = 1, Button = 2, StringSelect = 3, TextInput = 4, UserSelect = 5, RoleSelect = 6,
        MentionableSelect = 7, ChannelSelect = 8, Section = 9, TextDisplay = 10, Thumbnail = 11, MediaGallery = 12,
        FileComponent = 13, Separator = 14, Container = 17, Label = 18, FileUpload = 19, RadioGroup = 21,
        CheckboxGroup = 22, Checkbox = 23;

    private static readonly long[] TopLevelV1 = [ActionRow];
    private static readonly long[] TopLevelV2 = [ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator, Container];
    private static readonly long[] InContainer = [ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator];
    private static readonly long[] InRow = [Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect];
    private static readonly long[] InSection = [TextDisplay];
    private static readonly long[] Accessories = [Button, Thumbnail];

    /// <summary>What is counted over all components of one message or modal.</summary>
    private sealed class Tally
    {
        public int Components;
        public int Text;
        public readonly HashSet<string> CustomIds = [];
        public readonly HashSet<long> Ids = [];
    }

    private static void MessageComponents(PayloadForm form, JsonElement body, bool v2)
    {
        if (!form.List(body, "components", 0, v2 ? ComponentsV2Max : 5, out var components))
        {
            return;
        }

        var tally = new Tally();
        using (form.In("components"))
        {
            Each(form, components, v2 ? TopLevelV2 : TopLevelV1, tally);
            if (!v2)
            {
                return;
            }

            if (tally.Components > ComponentsV2Max)
            {
                form.Fail("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The maximum number of components ({ComponentsV2Max}) has been exceeded");
            }

            if (tally.Text > DisplayTextMax)
            {
                form.Fail("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", $"Components displayable text size exceeds maximum size of {DisplayTextMax}");
            }
        }
    }

    private static void Each(PayloadForm form, JsonElement components, long[] allowed, Tally tally)
    {
        var index = 0;
        foreach (var component in components.EnumerateArray())
        {
            using (form.In(index++))
            {
                Component(form, component, allowed, tally);
            }
        }
    }

    private static void Component(PayloadForm form, JsonElement component, long[] allowed, Tally tally)
    {
        tally.Components++;
        if (!form.IsObject(component) || form.Whole(component, "type", required: true) is not { } type)
        {
            return;
        }

        if (!allowed.Contains(type))
        {
            form.Fail("UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
            return;
        }

        if (form.Whole(component, "id", 0, int.MaxValue) is { } id && id != 0 && !tally.Ids.Add(id))
        {
            form.Fail("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }

        switch (type)
        {
            case ActionRow:
                Row(form, component, tally);
                break;
            case Button:
                ButtonRules(form, component, tally);
                break;
            case StringSelect or UserSelect or RoleSelect or MentionableSelect or ChannelSelect:
                Select(form, component, (int)type, tally, inModal: false);
                break;
            case Section:
                SectionRules(form, component, tally);
                break;
            case TextDisplay:
                tally.Text += form.Text(component, "content", 1, DisplayTextMax, required: true)?.Length ?? 0;
                break;
            case Thumbnail:
                Media(form, component, "media");
                form.Text(component, "description", 0, 1024);
                form.Flag(component, "spoiler");
                break;
            case MediaGallery:
                Gallery(form, component);
                break;
            case FileComponent:
                UploadedFile(form, component);
                break;
            case Separator:
                form.Flag(component, "divider");
                form.Choice(component, "spacing", [1, 2]);
                break;
            case Container:
                form.Whole(component, "accent_color", 0, 0xFFFFFF);
                form.Flag(component, "spoiler");
                Children(form, component, 1, ComponentsV2Max, InContainer, tally);
                break;
        }
    }

    private static void Children(PayloadForm form, JsonElement component, int min, int max, long[] allowed, Tally tally)
    {
        if (form.List(component, "components", min, max, out var children, required: true))
        {
            using (form.In("components"))
            {
                Each(form, children, allowed, tally);
            }
        }
    }

    private static void Row(PayloadForm form, JsonElement row, Tally tally)
    {
        Children(form, row, 1, 5, InRow, tally);
        if (!row.TryGetProperty("components"u8, out var children) || children.ValueKind != JsonValueKind.Array || children.GetArrayLength() < 2)
        {
            return;
        }

        // A select takes the whole width of its row.
        using (form.In("components"))
        {
            var index = -1;
            foreach (var child in children.EnumerateArray())
            {
                index++;
                if (child.ValueKind == JsonValueKind.Object && child.TryGetProperty("type"u8, out var type) && PayloadForm.TryWhole(type, out var t) && t is >= 3 and <= 8)
                {
                    using (form.In(index))
                    {
                        form.Fail("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
                    }
                }
            }
        }
    }

    private static void SectionRules(PayloadForm form, JsonElement section, Tally tally)
    {
        Children(form, section, 1, 3, InSection, tally);
        if (form.Object(section, "accessory", out var accessory, required: true))
        {
            using (form.In("accessory"))
            {
                Component(form, accessory, Accessories, tally);
            }
        }
    }

    private static void CustomId(PayloadForm form, JsonElement component, Tally tally)
    {
        if (form.Text(component, "custom_id", 1, 100, required: true) is { Length: > 0 } id && !tally.CustomIds.Add(id))
        {
            form.Fail("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }

    private static void ButtonRules(PayloadForm form, JsonElement button, Tally tally)
    {
        var style = form.Choice(button, "style", [1, 2, 3, 4, 5, 6], required: true);
        var label = form.Text(button, "label", 0, 80);
        form.Flag(button, "disabled");
        Emoji(form, button);
        var hasCustomId = PayloadForm.Has(button, "custom_id"u8, out _);
        var hasUrl = PayloadForm.Has(button, "url"u8, out _);
        switch (style)
        {
            case 5:
                form.Url(button, "url", 512, required: true);
                if (hasCustomId)
                {
                    form.Fail("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
                }

                break;
            case 6:
                form.Id(button, "sku_id", required: true);
                return;
            case not null:
                CustomId(form, button, tally);
                if (hasUrl)
                {
                    form.Fail("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
                }

                break;
        }

        if (string.IsNullOrWhiteSpace(label) && !PayloadForm.Has(button, "emoji"u8, out _))
        {
            form.Missing("label");
        }
    }

    private static void Emoji(PayloadForm form, JsonElement holder)
    {
        if (!form.Object(holder, "emoji", out var emoji))
        {
            return;
        }

        using (form.In("emoji"))
        {
            var id = form.Id(emoji, "id");
            var name = form.Text(emoji, "name", 0, 32);
            form.Flag(emoji, "animated");

            // Plain text such as ":tada:" is not an emoji; real ones lie outside ASCII (keycaps carry U+20E3).
            if (id is null && (string.IsNullOrEmpty(name) || System.Text.Ascii.IsValid(name)))
            {
                form.Fail("name", "COMPONENT_INVALID_EMOJI", "Invalid emoji");
            }
        }
    }

    private static void Gallery(PayloadForm form, JsonElement gallery)
    {
        if (!form.List(gallery, "items", 1, 10, out var items, required: true))
        {
            return;
        }

        using (form.In("items"))
        {
            var index = 0;
            foreach (var item in items.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(item))
                    {
                        Media(form, item, "media");
                        form.Text(item, "description", 0, 1024);
                        form.Flag(item, "spoiler");
                    }
                }
            }
        }
    }

    private static void Media(PayloadForm form, JsonElement holder, string field)
    {
        if (form.Object(holder, field, out var media, required: true))
        {
            using (form.In(field))
            {
                form.Url(media, "url", required: true, attachment: true);
            }
        }
    }

    private static void UploadedFile(PayloadForm form, JsonElement component)
    {
        form.Flag(component, "spoiler");
        if (!form.Object(component, "file", out var file, required: true))
        {
            return;
        }

        using (form.In("file"))
        {
            if (form.Url(file, "url", required: true, attachment: true) is { } url && !url.StartsWith("attachment://", StringComparison.Ordinal))
            {
                form.Fail("url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment').");
            }
        }
    }
}
