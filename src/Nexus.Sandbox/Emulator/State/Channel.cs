using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A channel, thread or direct message with its messages, oldest first.</summary>
internal sealed class Channel(ulong id, ChannelType type, ulong? guildId) : IJsonWritable
{
    public ulong Id { get; } = id;

    public ChannelType Type { get; set; } = type;

    public ulong? GuildId { get; } = guildId;

    public string? Name { get; set; }

    public string? Topic { get; set; }

    public int Position { get; set; }

    public ulong? ParentId { get; set; }

    public bool Nsfw { get; set; }

    public int RateLimitPerUser { get; set; }

    public int DefaultThreadRateLimitPerUser { get; set; }

    public int? DefaultAutoArchiveMinutes { get; set; }

    public int Flags { get; set; }

    public ulong? LastMessageId { get; set; }

    public DateTimeOffset? LastPinAt { get; set; }

    /// <summary>Creator of a thread.</summary>
    public ulong? OwnerId { get; set; }

    public List<PermissionOverwrite> Overwrites { get; } = [];

    public List<ForumTag> AvailableTags { get; } = [];

    /// <summary>Forum settings kept as sent: emoji object, sort order, layout.</summary>
    public JsonElement? DefaultReaction { get; set; }

    public int? DefaultSortOrder { get; set; }

    public int DefaultForumLayout { get; set; }

    /// <summary>Both sides of a direct message, the bot among them.</summary>
    public List<User> Recipients { get; init; } = [];

    public ThreadState? Thread { get; init; }

    public List<StoredMessage> Messages { get; } = [];

    public bool IsThread => Thread is not null;

    public bool IsDirect => Type is ChannelType.DirectMessage or ChannelType.GroupDirectMessage;

    public bool IsForum => Type is ChannelType.Forum or ChannelType.Media;

    public bool HoldsMessages => IsThread || Type is ChannelType.Text or ChannelType.Announcement or ChannelType.DirectMessage
        or ChannelType.GroupDirectMessage or ChannelType.Voice or ChannelType.Stage;

    /// <summary>Messages without the starter of a thread and without those only one person sees.</summary>
    public int CountedMessages => Thread?.TotalMessagesSent ?? Messages.Count;

    public void WriteTo(Utf8JsonWriter json) => Write(json, null, null);

    /// <summary><paramref name="viewer"/> adds the thread's <c>member</c>; <paramref name="permissions"/> is what resolved data carries.</summary>
    public void Write(Utf8JsonWriter json, ulong? viewer, Permission? permissions, bool? newlyCreated = null)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteNumber("type", (int)Type);
        json.WriteId("last_message_id", LastMessageId);
        json.WriteNumber("flags", Flags);
        if (IsDirect)
        {
            json.WriteArray("recipients", Recipients.Where(user => user.Id != viewer));
        }
        else
        {
            WriteGuildFields(json);
        }

        if (Thread is { } thread)
        {
            WriteThreadFields(json, thread, viewer);
            if (newlyCreated is { } isNew)
            {
                json.WriteBoolean("newly_created", isNew);
            }
        }

        if (permissions is { } allowed)
        {
            json.WriteString("permissions", Snowflakes.Text((ulong)allowed));
        }

        json.WriteEndObject();
    }

    private void WriteGuildFields(Utf8JsonWriter json)
    {
        json.WriteId("guild_id", GuildId);
        json.WriteString("name", Name);
        json.WriteId("parent_id", ParentId);
        json.WriteNumber("rate_limit_per_user", RateLimitPerUser);
        if (IsThread)
        {
            return;
        }

        json.WriteString("topic", Topic);
        json.WriteNumber("position", Position);
        json.WriteBoolean("nsfw", Nsfw);
        json.WriteTime("last_pin_timestamp", LastPinAt);
        if (DefaultAutoArchiveMinutes is { } minutes)
        {
            json.WriteNumber("default_auto_archive_duration", minutes);
        }

        json.WriteStartArray("permission_overwrites");
        foreach (var overwrite in Overwrites)
        {
            json.WriteStartObject();
            json.WriteId("id", overwrite.Id);
            json.WriteNumber("type", overwrite.IsMember ? 1 : 0);
            json.WriteString("allow", Snowflakes.Text((ulong)overwrite.Allow));
            json.WriteString("deny", Snowflakes.Text((ulong)overwrite.Deny));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (IsForum)
        {
            WriteForumFields(json);
        }
    }

    private void WriteForumFields(Utf8JsonWriter json)
    {
        json.WriteArray("available_tags", AvailableTags);
        if (DefaultReaction is { } reaction)
        {
            json.WriteRaw("default_reaction_emoji", reaction);
        }
        else
        {
            json.WriteNull("default_reaction_emoji");
        }

        if (DefaultSortOrder is { } order)
        {
            json.WriteNumber("default_sort_order", order);
        }
        else
        {
            json.WriteNull("default_sort_order");
        }

        json.WriteNumber("default_forum_layout", DefaultForumLayout);
        json.WriteNumber("default_thread_rate_limit_per_user", DefaultThreadRateLimitPerUser);
    }

    private void WriteThreadFields(Utf8JsonWriter json, ThreadState thread, ulong? viewer)
    {
        json.WriteId("owner_id", OwnerId);
        json.WriteNumber("message_count", thread.TotalMessagesSent);
        json.WriteNumber("total_message_sent", thread.TotalMessagesSent);
        json.WriteNumber("member_count", Math.Min(50, thread.Members.Count));
        json.WriteValue("thread_metadata", thread);
        json.WriteIds("applied_tags", thread.AppliedTags);
        if (viewer is { } user && thread.Members.TryGetValue(user, out var since))
        {
            json.WritePropertyName("member");
            WriteThreadMember(json, user, since);
        }
    }

    public void WriteThreadMember(Utf8JsonWriter json, ulong user, DateTimeOffset since)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteId("user_id", user);
        json.WriteTime("join_timestamp", since);
        json.WriteNumber("flags", 0);
        json.WriteEndObject();
    }
}
