using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Channels, threads and forum posts.</summary>
internal static partial class PayloadRules
{
    private const int TagsMax = 20;
    private const int TagsPerPostMax = 5;
    private static readonly long[] ArchiveMinutes = [60, 1440, 4320, 10080];

    /// <summary>POST /guilds/{id}/channels.</summary>
    public static DiscordError? ChannelCreate(JsonElement body)
    {
        var form = new PayloadForm();
        if (form.IsObject(body))
        {
            form.Choice(body, "type", [0, 2, 4, 5, 13, 14, 15, 16]);
            ChannelFields(form, body, nameRequired: true);
        }

        return form.Error;
    }

    /// <summary>PATCH /channels/{id} of a channel or a thread.</summary>
    public static DiscordError? ChannelEdit(JsonElement body, bool thread)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        if (thread)
        {
            ThreadFields(form, body, nameRequired: false);
            form.Flag(body, "archived");
            form.Flag(body, "locked");
            form.Whole(body, "flags");
            AppliedTags(form, body);
        }
        else
        {
            form.Choice(body, "type", [0, 5]);
            ChannelFields(form, body, nameRequired: false);
        }

        return form.Error;
    }

    /// <summary>POST /channels/{c}/messages/{m}/threads and POST /channels/{c}/threads outside forums.</summary>
    public static DiscordError? ThreadCreate(JsonElement body)
    {
        var form = new PayloadForm();
        if (form.IsObject(body))
        {
            ThreadFields(form, body, nameRequired: true);
            form.Choice(body, "type", [10, 11, 12]);
        }

        return form.Error;
    }

    /// <summary>POST /channels/{forum}/threads: a thread with its first message.</summary>
    public static DiscordError? ForumPost(JsonElement body, int files)
    {
        var form = new PayloadForm();
        if (!form.IsObject(body))
        {
            return form.Error;
        }

        ThreadFields(form, body, nameRequired: true);
        AppliedTags(form, body);
        if (!form.Object(body, "message", out var message, required: true))
        {
            return form.Error;
        }

        using (form.In("message"))
        {
            return Message(form, message, files, inInteraction: false);
        }
    }

    /// <summary>PUT /channels/{c}/permissions/{id}.</summary>
    public static DiscordError? Overwrite(JsonElement body)
    {
        var form = new PayloadForm();
        if (form.IsObject(body))
        {
            form.Choice(body, "type", [0, 1], required: true);
            PermissionBits(form, body, "allow");
            PermissionBits(form, body, "deny");
        }

        return form.Error;
    }

    private static void ChannelFields(PayloadForm form, JsonElement body, bool nameRequired)
    {
        form.Text(body, "name", 1, 100, nameRequired);
        form.Text(body, "topic", 0, TypeOf(body, 0) is 15 or 16 || HasItems(body, "available_tags"u8) ? 4096 : 1024);
        form.Whole(body, "position", 0, int.MaxValue);
        form.Flag(body, "nsfw");
        form.Whole(body, "rate_limit_per_user", 0, 21600);
        form.Whole(body, "default_thread_rate_limit_per_user", 0, 21600);
        form.Id(body, "parent_id");
        form.Choice(body, "default_auto_archive_duration", ArchiveMinutes);
        form.Choice(body, "default_sort_order", [0, 1]);
        form.Choice(body, "default_forum_layout", [0, 1, 2]);
        form.Whole(body, "flags");
        form.Object(body, "default_reaction_emoji", out _);
        Tags(form, body);
        if (!form.List(body, "permission_overwrites", 0, 1000, out var overwrites))
        {
            return;
        }

        using (form.In("permission_overwrites"))
        {
            var index = 0;
            foreach (var overwrite in overwrites.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (form.IsObject(overwrite))
                    {
                        form.Id(overwrite, "id", required: true);
                        PermissionBits(form, overwrite, "allow");
                        PermissionBits(form, overwrite, "deny");
                    }
                }
            }
        }
    }

    private static void Tags(PayloadForm form, JsonElement body)
    {
        if (!form.List(body, "available_tags", 0, TagsMax, out var tags))
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using (form.In("available_tags"))
        {
            var index = 0;
            foreach (var tag in tags.EnumerateArray())
            {
                using (form.In(index++))
                {
                    if (!form.IsObject(tag))
                    {
                        continue;
                    }

                    form.Id(tag, "id");
                    form.Flag(tag, "moderated");
                    form.Id(tag, "emoji_id");
                    form.Text(tag, "emoji_name");
                    if (form.Text(tag, "name", 1, 20, required: true) is { Length: > 0 } name && !names.Add(name))
                    {
                        form.Fail("name", "FORUM_TAG_NAMES_NOT_UNIQUE", "Tag names must be unique");
                    }
                }
            }
        }
    }

    private static void AppliedTags(PayloadForm form, JsonElement body)
    {
        if (form.List(body, "applied_tags", 0, TagsPerPostMax, out var tags))
        {
            using (form.In("applied_tags"))
            {
                IdList(form, tags);
            }
        }
    }

    private static void ThreadFields(PayloadForm form, JsonElement body, bool nameRequired)
    {
        form.Text(body, "name", 1, 100, nameRequired);
        form.Choice(body, "auto_archive_duration", ArchiveMinutes);
        form.Whole(body, "rate_limit_per_user", 0, 21600);
        form.Flag(body, "invitable");
    }

    private static void PermissionBits(PayloadForm form, JsonElement body, string field)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (!PayloadForm.TryId(value, out _))
        {
            form.Fail(field, "PERMISSIONS_TYPE_CONVERT", "Could not interpret the value as permissions.");
        }
    }
}
