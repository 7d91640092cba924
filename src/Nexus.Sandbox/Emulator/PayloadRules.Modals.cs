using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Modals: Label with one control, Text Display, and the deprecated Action Row with a Text Input.</summary>
internal static partial class PayloadRules
{
    private static readonly long[] TopLevelModal = [ActionRow, TextDisplay, Label];
    private static readonly long[] InLabel =
        [StringSelect, TextInput, UserSelect, RoleSelect, MentionableSelect, ChannelSelect, FileUpload, RadioGroup, CheckboxGroup, Checkbox];

    private static void Modal(PayloadForm form, JsonElement data)
    {
        form.Text(data, "custom_id", 1, 100, required: true);
        form.Text(data, "title", 1, 45, required: true);
        if (!form.List(data, "components", 1, 5, out var components, required: true))
        {
            return;
        }

        var tally = new Tally();
        using (form.In("components"))
        {
            var index = 0;
            foreach (var component in components.EnumerateArray())
            {
                using (form.In(index++))
                {
                    TopLevel(form, component, tally);
                }
            }
        }
    }

    private static void TopLevel(PayloadForm form, JsonElement component, Tally tally)
    {
        if (!form.IsObject(component) || form.Whole(component, "type", required: true) is not { } type)
        {
            return;
        }

        switch (type)
        {
            case TextDisplay:
                form.Text(component, "content", 1, DisplayTextMax, required: true);
                break;
            case ActionRow:
                if (form.List(component, "components", 1, 1, out var inputs, required: true))
                {
                    using (form.In("components"))
                    {
                        var index = 0;
                        foreach (var input in inputs.EnumerateArray())
                        {
                            using (form.In(index++))
                            {
                                Control(form, input, [TextInput], tally, ownLabel: true);
                            }
                        }
                    }
                }

                break;
            case Label:
                form.Text(component, "label", 1, 45, required: true);
                form.Text(component, "description", 0, 100);
                if (form.Object(component, "component", out var control, required: true))
                {
                    using (form.In("component"))
                    {
                        Control(form, control, InLabel, tally, ownLabel: false);
                    }
                }

                break;
            default:
                form.Fail("UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", TopLevelModal)}).");
                break;
        }
    }

    private static void Control(PayloadForm form, JsonElement control, long[] allowed, Tally tally, bool ownLabel)
    {
        if (!form.IsObject(control) || form.Whole(control, "type", required: true) is not { } type)
        {
            return;
        }

        if (!allowed.Contains(type))
        {
            form.Fail("UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
            return;
        }

        switch (type)
        {
            case TextInput:
                TextInputRules(form, control, tally, ownLabel);
                break;
            case FileUpload:
                CustomId(form, control, tally);
                var least = form.Whole(control, "min_values", 0, 10);
                CheckOrder(form, least, form.Whole(control, "max_values", 1, 10));
                Required(form, control, "min_values", least);
                FileTypes(form, control);
                break;
            case RadioGroup:
                CustomId(form, control, tally);
                form.Flag(control, "required");
                Options(form, control, 2, 10, 100, 1);
                break;
            case CheckboxGroup:
                CustomId(form, control, tally);
                var min = form.Whole(control, "min_values", 0, 10);
                var max = form.Whole(control, "max_values", 1, 10);
                CheckOrder(form, min, max);
                Required(form, control, "min_values", min);
                var count = Options(form, control, 1, 10, 100, max ?? 10);
                if (count >= 0 && min > count)
                {
                    form.Fail("min_values", "NUMBER_TYPE_MAX", $"int value should be less than or equal to {count}.");
                }

                break;
            case Checkbox:
                CustomId(form, control, tally);
                form.Flag(control, "default");
                break;
            default:
                Select(form, control, (int)type, tally, inModal: true);
                break;
        }
    }

    private static void TextInputRules(PayloadForm form, JsonElement input, Tally tally, bool ownLabel)
    {
        CustomId(form, input, tally);
        form.Choice(input, "style", [1, 2], required: true);
        if (ownLabel)
        {
            form.Text(input, "label", 1, 45, required: true);
        }
        else if (PayloadForm.Has(input, "label"u8, out _))
        {
            form.Fail("label", "COMPONENT_LABEL_IN_LABEL", "A Text Input inside a Label cannot have its own label");
        }

        var min = form.Whole(input, "min_length", 0, 4000);
        var max = form.Whole(input, "max_length", 1, 4000);
        if (min > (max ?? 4000))
        {
            form.Fail("min_length", "BASE_TYPE_CHOICES", "min_length cannot be greater than max_length");
        }

        form.Flag(input, "required");
        form.Text(input, "placeholder", 0, 100);
        form.Text(input, "value", 0, (int)Math.Clamp(max ?? 4000, 1, 4000));
    }

    private static void CheckOrder(PayloadForm form, long? min, long? max)
    {
        if (min is { } least && max is { } most && least > most)
        {
            form.Fail("min_values", "BASE_TYPE_CHOICES", "min_values cannot be greater than max_values");
        }
    }

    private static void FileTypes(PayloadForm form, JsonElement holder)
    {
        if (!form.List(holder, "file_types", 0, 10, out var types))
        {
            return;
        }

        using (form.In("file_types"))
        {
            var index = 0;
            foreach (var type in types.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (type.ValueKind != JsonValueKind.String || PayloadForm.ReadText(type) is not { Length: >= 1 and <= 32 })
                    {
                        form.Fail("STRING_TYPE_CONVERT", "Could not interpret the value as a file extension.");
                    }
                }
            }
        }
    }
}
