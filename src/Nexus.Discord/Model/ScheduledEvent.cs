namespace Nexus.Discord.Model;

public enum ScheduledEventStatus
{
    Scheduled = 1,
    Active = 2,
    Completed = 3,
    Canceled = 4,
}

public enum ScheduledEventEntityType
{
    StageInstance = 1,
    Voice = 2,

    /// <summary>Elsewhere: needs a location and an end.</summary>
    External = 3,
}

/// <summary>See <see href="https://discord.com/developers/docs/resources/guild-scheduled-event"/>.</summary>
public sealed record ScheduledEvent
{
    public Snowflake Id { get; init; }
    public Snowflake GuildId { get; init; }
    public Snowflake? ChannelId { get; init; }
    public Snowflake? CreatorId { get; init; }
    public string Name { get; init; } = "";
    public string? Description { get; init; }
    public DateTimeOffset ScheduledStartTime { get; init; }
    public DateTimeOffset? ScheduledEndTime { get; init; }
    public ScheduledEventStatus Status { get; init; }
    public ScheduledEventEntityType EntityType { get; init; }
    public ScheduledEventEntityMetadata? EntityMetadata { get; init; }
    public int? UserCount { get; init; }
}

/// <param name="Location">At most 100 characters.</param>
public sealed record ScheduledEventEntityMetadata(string? Location = null);

/// <summary>Body of Create and Modify Guild Scheduled Event; at most 100 open events a guild.</summary>
public sealed record ScheduledEventEdit
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>2, guild only, is the only level.</summary>
    public int? PrivacyLevel { get; init; } = 2;
    public ScheduledEventEntityType? EntityType { get; init; }
    public ScheduledEventEntityMetadata? EntityMetadata { get; init; }
    public Snowflake? ChannelId { get; init; }
    public DateTimeOffset? ScheduledStartTime { get; init; }
    public DateTimeOffset? ScheduledEndTime { get; init; }
    public ScheduledEventStatus? Status { get; init; }
}

public sealed record ScheduledEventUser
{
    public User User { get; init; } = new();
    public Member? Member { get; init; }
}
