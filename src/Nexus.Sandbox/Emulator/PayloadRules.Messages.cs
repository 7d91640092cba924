using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Messages: content, embeds, mentions, attachments, polls.</summary>
internal static partial class PayloadRules
{
    private static readonly string[] MentionKinds = ["users", "roles", "everyone"];

    private static DiscordError? Message(PayloadForm form, JsonElement body, int files, bool inInteraction)
    {
        var flags = form.Whole(body, "flags") ?? 0;
        MessageFields(form, body, flags, files);
        Nonce(form, body);
        if (form.Object(body, "message_reference", out var reference))
        {
            using (form.In("message_reference"))
            {
                form.Id(reference, "message_id", required: true);
                form.Choice(reference, "type", [0, 1]);
            }
        }

        if (form.List(body, "sticker_ids", 0, 3, out _) && inInteraction)
        {
            form.Fail("sticker_ids", "BASE_TYPE_CHOICES", "Stickers cannot be sent with an interaction.");
        }

        if (form.Object(body, "poll", out var poll))
        {
            using (form.In("poll"))
            {
                Poll(form, poll);
            }
        }

        if (form.Error is { } error)
        {
            return error;
        }

        return HasSomethingToShow(body, flags, files) ? null : DiscordError.EmptyMessage();
    }

    private static bool HasSomethingToShow(JsonElement body, long flags, int files)
    {
        if ((flags & ComponentsV2) != 0)
        {
            return HasItems(body, "components"u8);
        }

        return files > 0
            || (PayloadForm.Has(body, "content"u8, out var content) && PayloadForm.ReadText(content) is { } text && !string.IsNullOrWhiteSpace(text))
            || HasItems(body, "embeds"u8) || HasItems(body, "components"u8) || HasItems(body, "sticker_ids"u8)
            || PayloadForm.Has(body, "poll"u8, out _)
            || (PayloadForm.Has(body, "message_reference"u8, out var reference)
                && PayloadForm.Has(reference, "type"u8, out var kind) && PayloadForm.TryWhole(kind, out var type) && type == 1);
    }

    private static bool HasItems(JsonElement body, ReadOnlySpan<byte> field) =>
        PayloadForm.Has(body, field, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0;

    /// <summary>The fields that POST and PATCH share.</summary>
    private static void MessageFields(PayloadForm form, JsonElement body, long flags, int files)
    {
        form.Text(body, "content", 0, ContentMax);
        form.Flag(body, "tts");
        Embeds(form, body);
        AllowedMentions(form, body);
        Attachments(form, body, files);
        if ((flags & ComponentsV2) != 0)
        {
            NoLegacyFields(
                form,
                content: PayloadForm.Has(body, "content"u8, out var content) && !(content.ValueKind == JsonValueKind.String && content.ValueEquals(ReadOnlySpan<byte>.Empty)),
                embeds: HasItems(body, "embeds"u8),
                poll: PayloadForm.Has(body, "poll"u8, out _),
                stickers: HasItems(body, "sticker_ids"u8));
        }

        MessageComponents(form, body, v2: (flags & ComponentsV2) != 0);
    }

    private static void NoLegacyFields(PayloadForm form, bool content, bool embeds, bool poll, bool stickers)
    {
        Refuse("content", content);
        Refuse("embeds", embeds);
        Refuse("poll", poll);
        Refuse("sticker_ids", stickers);

        void Refuse(string field, bool there)
        {
            if (there)
            {
                form.Fail(field, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }

    private static void Nonce(PayloadForm form, JsonElement body)
    {
        if (!PayloadForm.Has(body, "nonce"u8, out var nonce))
        {
            return;
        }

        if (nonce.ValueKind == JsonValueKind.String)
        {
            form.Text(body, "nonce", 0, 25);
        }
        else if (nonce.ValueKind != JsonValueKind.Number || !nonce.TryGetInt64(out _))
        {
            form.Fail("nonce", "STRING_TYPE_CONVERT", "Could not interpret the nonce as an integer or a string.");
        }

        form.Flag(body, "enforce_nonce");
    }

    private static void Embeds(PayloadForm form, JsonElement body)
    {
        if (!form.List(body, "embeds", 0, EmbedsMax, out var embeds))
        {
            return;
        }

        var total = 0;
        using (form.In("embeds"))
        {
            var index = 0;
            foreach (var embed in embeds.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(embed))
                    {
                        total += Embed(form, embed);
                    }
                }
            }

            if (total > EmbedTextMax)
            {
                form.Fail("MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {EmbedTextMax}");
            }
        }
    }

    /// <summary>Checks one embed and returns the characters that count towards the total.</summary>
    private static int Embed(PayloadForm form, JsonElement embed)
    {
        var size = (form.Text(embed, "title", 0, 256)?.Length ?? 0) + (form.Text(embed, "description", 0, 4096)?.Length ?? 0);
        form.Url(embed, "url");
        form.Instant(embed, "timestamp");
        form.Whole(embed, "color", 0, 0xFFFFFF);
        size += Named(form, embed, "footer", "text", 2048, "icon_url") + Named(form, embed, "author", "name", 256, "icon_url");
        Picture(form, embed, "image");
        Picture(form, embed, "thumbnail");
        if (!form.List(embed, "fields", 0, 25, out var fields))
        {
            return size;
        }

        using (form.In("fields"))
        {
            var index = 0;
            foreach (var field in fields.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(field))
                    {
                        size += (form.Text(field, "name", 1, 256, required: true)?.Length ?? 0) + (form.Text(field, "value", 1, 1024, required: true)?.Length ?? 0);
                        form.Flag(field, "inline");
                    }
                }
            }
        }

        return size;
    }

    private static int Named(PayloadForm form, JsonElement embed, string part, string text, int max, string icon)
    {
        if (!form.Object(embed, part, out var value))
        {
            return 0;
        }

        using (form.In(part))
        {
            form.Url(value, icon, attachment: true);
            return form.Text(value, text, 0, max, required: true)?.Length ?? 0;
        }
    }

    private static void Picture(PayloadForm form, JsonElement embed, string part)
    {
        if (form.Object(embed, part, out var value))
        {
            using (form.In(part))
            {
                form.Url(value, "url", required: true, attachment: true);
            }
        }
    }

    private static void AllowedMentions(PayloadForm form, JsonElement body)
    {
        if (!form.Object(body, "allowed_mentions", out var allowed))
        {
            return;
        }

        using (form.In("allowed_mentions"))
        {
            var parsed = new HashSet<string>();
            if (form.List(allowed, "parse", 0, 3, out var parse))
            {
                using (form.In("parse"))
                {
                    var index = 0;
                    foreach (var kind in parse.EnumerateArray())
                    {
                        using (form.In(index++))
                        {
                            if (kind.ValueKind != JsonValueKind.String || PayloadForm.ReadText(kind) is not { } name || !MentionKinds.Contains(name))
                            {
                                form.Fail("BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone').");
                            }
                            else
                            {
                                parsed.Add(name);
                            }
                        }
                    }
                }
            }

            Ids("users");
            Ids("roles");
            form.Flag(allowed, "replied_user");

            void Ids(string kind)
            {
                if (!form.List(allowed, kind, 0, 100, out var ids))
                {
                    return;
                }

                using (form.In(kind))
                {
                    IdList(form, ids);
                }

                if (parsed.Contains(kind) && ids.GetArrayLength() > 0)
                {
                    form.Fail("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
                }
            }
        }
    }

    private static void IdList(PayloadForm form, JsonElement ids)
    {
        var index = 0;
        foreach (var id in ids.EnumerateArray())
        {
            using (form.In(index++))
            {
                if (!PayloadForm.TryId(id, out _))
                {
                    form.Fail("NUMBER_TYPE_COERCE", "Value is not snowflake.");
                }
            }
        }
    }

    private static void Attachments(PayloadForm form, JsonElement body, int files)
    {
        if (files > AttachmentsMax)
        {
            form.Length("attachments", files, 0, AttachmentsMax);
        }

        if (!form.List(body, "attachments", 0, AttachmentsMax, out var attachments))
        {
            return;
        }

        using (form.In("attachments"))
        {
            var seen = new HashSet<ulong>();
            var index = 0;
            foreach (var attachment in attachments.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!form.IsObject(attachment))
                    {
                        continue;
                    }

                    form.Text(attachment, "filename", 0, 1024);
                    form.Text(attachment, "description", 0, 1024);
                    form.Flag(attachment, "is_spoiler");
                    if (form.Id(attachment, "id", required: true) is { } id && !seen.Add(id))
                    {
                        form.Fail("id", "ATTACHMENT_ID_DUPLICATED", "Attachment ids must be unique.");
                    }
                }
            }
        }
    }
}
