using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>See <see href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types"/>.</summary>
public enum ChannelType
{
    GuildText = 0,
    Dm = 1,
    GuildVoice = 2,
    GroupDm = 3,
    GuildCategory = 4,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildStageVoice = 13,
    GuildDirectory = 14,
    GuildForum = 15,
    GuildMedia = 16,
}

/// <summary>A channel, thread or DM; which fields are set depends on <see cref="Type"/>. See <see href="https://discord.com/developers/docs/resources/channel#channel-object"/>.</summary>
public sealed record Channel
{
    public Snowflake Id { get; init; }
    public ChannelType Type { get; init; }
    public Snowflake? GuildId { get; init; }
    public string? Name { get; init; }
    public string? Topic { get; init; }
    public int? Position { get; init; }

    /// <summary>A channel's category; a thread's channel.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>A thread's starter.</summary>
    public Snowflake? OwnerId { get; init; }
    public Snowflake? LastMessageId { get; init; }
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }

    /// <summary>The other people of a DM.</summary>
    public IReadOnlyList<User>? Recipients { get; init; }
    public ThreadMetadata? ThreadMetadata { get; init; }
    public int? MessageCount { get; init; }
    public ChannelFlags Flags { get; init; }

    /// <summary>A forum's tags, at most 20.</summary>
    public IReadOnlyList<ForumTag>? AvailableTags { get; init; }

    /// <summary>A forum post's tags, at most 5.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }

    /// <summary>In THREAD_CREATE: false when the bot was only added to an old thread.</summary>
    public bool? NewlyCreated { get; init; }

    /// <summary>In interactions only: what the person may do there.</summary>
    public Permissions? Permissions { get; init; }

    [JsonIgnore]
    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;

    [JsonIgnore]
    public string Mention => $"<#{Id}>";
}

[Flags]
public enum ChannelFlags
{
    None = 0,

    /// <summary>A forum post kept at the top.</summary>
    Pinned = 1 << 1,

    /// <summary>A forum that asks for a tag on every post.</summary>
    RequireTag = 1 << 4,
}

public sealed record ThreadMetadata
{
    /// <summary>Read-only until somebody writes or it is unarchived.</summary>
    public bool Archived { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveDuration { get; init; }
    public DateTimeOffset ArchiveTimestamp { get; init; }
    public bool Locked { get; init; }
    public bool? Invitable { get; init; }
    public DateTimeOffset? CreateTimestamp { get; init; }
}

public sealed record ForumTag
{
    /// <summary>Absent when the tag is new; kept ids keep the tag's history.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>At most 20 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>Only those with Manage Threads may set it.</summary>
    public bool Moderated { get; init; }
    public Snowflake? EmojiId { get; init; }
    public string? EmojiName { get; init; }
}

public enum OverwriteType
{
    Role = 0,
    Member = 1,
}

public sealed record PermissionOverwrite
{
    /// <summary>The role's or member's id.</summary>
    public Snowflake Id { get; init; }
    public OverwriteType Type { get; init; }
    public Permissions Allow { get; init; }
    public Permissions Deny { get; init; }
}

/// <summary>Body of Create Guild Channel.</summary>
public sealed record ChannelCreate
{
    /// <summary>1–100 characters.</summary>
    public required string Name { get; init; }
    public ChannelType Type { get; init; }

    /// <summary>At most 1024 characters; 4096 in a forum.</summary>
    public string? Topic { get; init; }
    public Snowflake? ParentId { get; init; }
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
    public IReadOnlyList<ForumTag>? AvailableTags { get; init; }
    public ForumReaction? DefaultReactionEmoji { get; init; }
}

public sealed record ForumReaction
{
    public Snowflake? EmojiId { get; init; }
    public string? EmojiName { get; init; }
}

/// <summary>Body of Modify Channel, for channels and threads. Name and topic have a limit of about 2 per 10 minutes that no header shows.</summary>
public sealed record ChannelEdit
{
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Topic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Snowflake?> ParentId { get; init; }
    public bool? Archived { get; init; }
    public bool? Locked { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080.</summary>
    public int? AutoArchiveDuration { get; init; }

    /// <summary>The whole set; keep existing ids.</summary>
    public IReadOnlyList<ForumTag>? AvailableTags { get; init; }

    /// <summary>The whole set, at most 5.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }
    public ChannelFlags? Flags { get; init; }
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
}

/// <summary>Body of Start Thread from Message and Start Thread without Message. <see cref="Type"/> is always sent, since Discord's default is private.</summary>
public sealed record ThreadCreate
{
    /// <summary>1–100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Ignored when started from a message.</summary>
    public ChannelType Type { get; init; } = ChannelType.PublicThread;
    public int? AutoArchiveDuration { get; init; }
    public bool? Invitable { get; init; }
}

/// <summary>Body of Start Thread in Forum Channel: the post and its first message, whose id is the thread's.</summary>
public sealed record ForumPostCreate
{
    /// <summary>1–100 characters.</summary>
    public required string Name { get; init; }
    public required MessageCreate Message { get; init; }
    public int? AutoArchiveDuration { get; init; }

    /// <summary>At most 5.</summary>
    public IReadOnlyList<Snowflake>? AppliedTags { get; init; }
}

/// <summary>Threads and, of those, where the bot is a member.</summary>
public sealed record ThreadList
{
    public IReadOnlyList<Channel> Threads { get; init; } = [];
    public bool HasMore { get; init; }
}

/// <summary>Body of Create DM.</summary>
public sealed record DmCreate(Snowflake RecipientId);
