using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Discord's limits on request bodies. Pure: null means the body is fine, else the 400 that Discord answers.</summary>
internal static partial class PayloadRules
{
    public const int ContentMax = 2000;
    public const int EmbedsMax = 10;
    public const int EmbedTextMax = 6000;
    public const int ComponentsV2Max = 40;
    public const int DisplayTextMax = 4000;
    public const int ChoicesMax = 25;
    public const int AttachmentsMax = 10;
    public const long FileSizeMax = 10 * 1024 * 1024;
    public const long RequestSizeMax = 25 * 1024 * 1024;

    public const long Crossposted = 1;
    public const long SuppressEmbeds = 4;
    public const long HasThread = 32;
    public const long Ephemeral = 64;
    public const long Loading = 128;
    public const long SuppressNotifications = 4096;
    public const long VoiceMessage = 8192;
    public const long ComponentsV2 = 32768;

    /// <summary>Interaction types, as INTERACTION_CREATE names them.</summary>
    public const int CommandInteraction = 2, ComponentInteraction = 3, AutocompleteInteraction = 4, ModalInteraction = 5;

    /// <summary>POST of a message by bot token or webhook. <paramref name="files"/> is the number of uploaded parts.</summary>
    public static DiscordError? Message(JsonElement body, int files = 0)
    {
        var form = new PayloadForm();
        return form.IsObject(body) ? Message(form, body, files, inInteraction: false) : form.Error;
    }

    /// <summary>POST of a follow-up to an interaction.</summary>
    public static DiscordError? FollowUp(JsonElement body, int files = 0)
    {
        var form = new PayloadForm();
        return form.IsObject(body) ? Message(form, body, files, inInteraction: true) : form.Error;
    }

    /// <summary>PATCH of a message. <paramref name="flags"/> are those the stored message has.</summary>
    public static DiscordError? MessageEdit(JsonElement body, long flags, int files = 0)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        var asked = form.Whole(body, "flags") ?? 0;
        MessageFields(form, body, flags | asked, files);
        if (PayloadForm.Has(body, "poll"u8, out _) && (flags & Loading) == 0)
        {
            return form.Error ?? DiscordError.PollEdited();
        }

        return form.Error;
    }

    /// <summary>What a merged message must be after an edit: nothing of the old kind beside Components V2, and not empty.</summary>
    public static DiscordError? AfterEdit(long flags, bool content, bool embeds, bool poll, bool stickers, bool components, bool attachments)
    {
        if ((flags & ComponentsV2) == 0)
        {
            return content || embeds || poll || stickers || components || attachments ? null : DiscordError.EmptyMessage();
        }

        var form = new PayloadForm();
        NoLegacyFields(form, content, embeds, poll, stickers);
        return form.Error ?? (components ? null : DiscordError.EmptyMessage());
    }

    /// <summary>POST /interactions/{id}/{token}/callback. <paramref name="flags"/> are those of the message that an update would change.</summary>
    public static DiscordError? Callback(JsonElement body, int interactionType, bool fromComponent, int files = 0, long flags = 0)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        if (form.Choice(body, "type", [1, 4, 5, 6, 7, 8, 9, 10, 12], required: true) is not { } type)
        {
            return form.Error;
        }

        if (!CallbackFits(type, interactionType, fromComponent))
        {
            form.Fail("type", "INTERACTION_RESPONSE_TYPE_INVALID", $"Interaction response type {type} is not valid for this interaction.");
            return form.Error;
        }

        if (type == 6)
        {
            return null;
        }

        if (!form.Object(body, "data", out var data, required: type is 4 or 8 or 9) || type == 5)
        {
            if (type == 5 && data.ValueKind == JsonValueKind.Object)
            {
                using (form.In("data"))
                {
                    form.Whole(data, "flags");
                }
            }

            return form.Error;
        }

        using (form.In("data"))
        {
            switch (type)
            {
                case 4:
                    return Message(form, data, files, inInteraction: true);
                case 7:
                    MessageFields(form, data, flags | (form.Whole(data, "flags") ?? 0), files);
                    break;
                case 8:
                    Choices(form, data);
                    break;
                case 9:
                    Modal(form, data);
                    break;
            }
        }

        return form.Error;
    }

    private static bool CallbackFits(long callback, int interaction, bool fromComponent) => callback switch
    {
        1 => interaction == 1,
        4 or 5 => interaction is CommandInteraction or ComponentInteraction or ModalInteraction,
        6 or 7 => interaction == ComponentInteraction || (interaction == ModalInteraction && fromComponent),
        8 => interaction == AutocompleteInteraction,
        9 => interaction is CommandInteraction or ComponentInteraction,
        _ => false,
    };

    private static void Choices(PayloadForm form, JsonElement data)
    {
        if (!form.List(data, "choices", 0, ChoicesMax, out var choices, required: true))
        {
            return;
        }

        using (form.In("choices"))
        {
            var index = 0;
            foreach (var choice in choices.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(choice))
                    {
                        Choice(form, choice, optionType: null);
                    }
                }
            }
        }
    }
}
