using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Roles, members, scheduled events, webhooks and application emojis.</summary>
internal static partial class PayloadRules
{
    private const int ExternalEvent = 3;

    /// <summary>POST and PATCH of a role.</summary>
    public static DiscordError? Role(JsonElement body)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        form.Text(body, "name", 0, 100);
        PermissionBits(form, body, "permissions");
        form.Whole(body, "color", 0, 0xFFFFFF);
        form.Flag(body, "hoist");
        form.Flag(body, "mentionable");
        if (form.Object(body, "colors", out var colors))
        {
            using (form.In("colors"))
            {
                form.Whole(colors, "primary_color", 0, 0xFFFFFF, required: true);
                form.Whole(colors, "secondary_color", 0, 0xFFFFFF);
                form.Whole(colors, "tertiary_color", 0, 0xFFFFFF);
            }
        }

        return form.Error;
    }

    /// <summary>PATCH /guilds/{g}/members/{u}.</summary>
    public static DiscordError? Member(JsonElement body)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        form.Text(body, "nick", 0, 32);
        form.Instant(body, "communication_disabled_until");
        form.Flag(body, "mute");
        form.Flag(body, "deaf");
        form.Whole(body, "flags");
        if (form.List(body, "roles", 0, 250, out var roles))
        {
            using (form.In("roles"))
            {
                IdList(form, roles);
            }
        }

        return form.Error;
    }

    /// <summary>POST and PATCH of a scheduled event; <paramref name="type"/> is the stored entity type on PATCH.</summary>
    public static DiscordError? ScheduledEvent(JsonElement body, DateTimeOffset now, long? type = null, bool partial = false)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        form.Text(body, "name", 1, 100, required: !partial);
        form.Text(body, "description", 1, 1000);
        form.Choice(body, "privacy_level", [2], required: !partial);
        form.Choice(body, "status", [1, 2, 3, 4]);
        var kind = form.Choice(body, "entity_type", [1, 2, 3], required: !partial) ?? type;
        var start = form.Instant(body, "scheduled_start_time", required: !partial);
        var end = form.Instant(body, "scheduled_end_time", required: !partial && kind == ExternalEvent);
        if (start <= now)
        {
            form.Fail("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
        }

        if (end <= (start ?? now))
        {
            form.Fail("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Cannot schedule event to end before it starts.");
        }

        if (kind == ExternalEvent)
        {
            if (form.Object(body, "entity_metadata", out var metadata, required: !partial))
            {
                using (form.In("entity_metadata"))
                {
                    form.Text(metadata, "location", 1, 100, required: true);
                }
            }
        }
        else if (kind is not null && !partial)
        {
            form.Id(body, "channel_id", required: true);
        }

        if (form.Object(body, "recurrence_rule", out var rule))
        {
            using (form.In("recurrence_rule"))
            {
                Recurrence(form, rule);
            }
        }

        return form.Error;
    }

    /// <summary>POST /channels/{c}/webhooks.</summary>
    public static DiscordError? Webhook(JsonElement body)
    {
        var form = new PayloadForm();
        if (form.IsObject(body) && form.Text(body, "name", 1, 80, required: true) is { } name
            && (name.Contains("clyde", StringComparison.OrdinalIgnoreCase) || name.Contains("discord", StringComparison.OrdinalIgnoreCase)))
        {
            form.Fail("name", "USERNAME_INVALID_CONTAINS", "Username cannot contain \"clyde\" or \"discord\"");
        }

        return form.Error;
    }

    /// <summary>POST /applications/{a}/emojis.</summary>
    public static DiscordError? ApplicationEmoji(JsonElement body, bool partial = false)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        if (form.Text(body, "name", 2, 32, required: true) is { } name && !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            form.Fail("name", "STRING_TYPE_REGEX", "String value did not match validation regex.");
        }

        if (!partial && form.Text(body, "image", 1, required: true) is { } image && !image.StartsWith("data:image/", StringComparison.Ordinal))
        {
            form.Fail("image", "BASE64_TYPE_INVALID", "The image must be a data URI.");
        }

        return form.Error;
    }

    // YEARLY 0, MONTHLY 1, WEEKLY 2, DAILY 3; Discord takes only these shapes of them.
    private static void Recurrence(PayloadForm form, JsonElement rule)
    {
        form.Instant(rule, "start", required: true);
        var frequency = form.Choice(rule, "frequency", [0, 1, 2, 3], required: true);
        var interval = form.Whole(rule, "interval", 1, required: true) ?? 1;
        if (interval != 1 && !(frequency == 2 && interval == 2))
        {
            form.Fail("interval", "NUMBER_TYPE_MAX", "int value should be less than or equal to 1.");
        }

        var days = Count("by_weekday", 7);
        var nth = Count("by_n_weekday", 1);
        var months = Count("by_month", 1);
        var dates = Count("by_month_day", 1);
        if (frequency == 2 && days > 1)
        {
            form.Length("by_weekday", days, 0, 1);
        }

        var used = (days > 0 ? 1 : 0) + (nth > 0 ? 1 : 0) + (months > 0 || dates > 0 ? 1 : 0);
        if (used > 1 || months != dates || (nth > 0 && frequency != 1) || (months > 0 && frequency != 0) || (days > 0 && frequency is 0 or 1))
        {
            form.Fail("GUILD_SCHEDULED_EVENT_RECURRENCE_INVALID", "The recurrence rule is not supported.");
        }

        foreach (var unsupported in (ReadOnlySpan<string>)["count", "end", "by_year_day"])
        {
            if (rule.TryGetProperty(unsupported, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                form.Fail(unsupported, "GUILD_SCHEDULED_EVENT_RECURRENCE_INVALID", "This field cannot be set.");
            }
        }

        int Count(string field, int max) => form.List(rule, field, 0, max, out var list) ? list.GetArrayLength() : 0;
    }
}
