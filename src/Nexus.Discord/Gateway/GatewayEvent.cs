using System.Text.Json.Serialization;
using Nexus.Discord.Model;

namespace Nexus.Discord.Gateway;

/// <summary>
/// Something that happened, as the gateway tells it. Events may be missed, repeated or out of order: handlers are idempotent.
/// Kinds that are not listed here are skipped unread.
/// See <see href="https://discord.com/developers/docs/events/gateway-events#receive-events"/>.
/// </summary>
public abstract record GatewayEvent;

/// <summary>A new session: everything before it is to be reconciled.</summary>
public sealed record ReadyEvent : GatewayEvent
{
    public string SessionId { get; init; } = "";
    public string ResumeGatewayUrl { get; init; } = "";
    public User User { get; init; } = new();
    public Application Application { get; init; } = new();

    /// <summary>All unavailable as yet; one <see cref="GuildCreateEvent"/> each follows.</summary>
    public IReadOnlyList<UnavailableGuild> Guilds { get; init; } = [];
}

public sealed record UnavailableGuild
{
    public Snowflake Id { get; init; }

    /// <summary>In GUILD_DELETE: true for an outage, false when the bot was removed.</summary>
    public bool Unavailable { get; init; }
}

/// <summary>The session goes on; everything missed was replayed before this.</summary>
public sealed record ResumedEvent : GatewayEvent;

public sealed record InteractionCreateEvent(Interaction Interaction) : GatewayEvent;

/// <summary>The bot joined, connected, or the guild came back from an outage.</summary>
public sealed record GuildCreateEvent(Guild Guild) : GatewayEvent;

public sealed record GuildUpdateEvent(Guild Guild) : GatewayEvent;

public sealed record GuildDeleteEvent(UnavailableGuild Guild) : GatewayEvent;

public sealed record ChannelCreateEvent(Channel Channel) : GatewayEvent;

public sealed record ChannelUpdateEvent(Channel Channel) : GatewayEvent;

public sealed record ChannelDeleteEvent(Channel Channel) : GatewayEvent;

/// <summary>Also sent when the bot is added to an old thread: see <see cref="Channel.NewlyCreated"/>.</summary>
public sealed record ThreadCreateEvent(Channel Thread) : GatewayEvent;

public sealed record ThreadUpdateEvent(Channel Thread) : GatewayEvent;

public sealed record ThreadDeleteEvent(Channel Thread) : GatewayEvent;

public sealed record MessageCreateEvent(Message Message) : GatewayEvent;

/// <summary>Also sent when only a link preview or pin changed.</summary>
public sealed record MessageUpdateEvent(Message Message) : GatewayEvent;

public sealed record MessageDeleteEvent : GatewayEvent
{
    public Snowflake Id { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake? GuildId { get; init; }
}

/// <summary>A reaction came or went.</summary>
public sealed record MessageReaction
{
    public Snowflake UserId { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake MessageId { get; init; }
    public Snowflake? GuildId { get; init; }
    public Emoji Emoji { get; init; } = new();

    /// <summary>In additions only.</summary>
    public Snowflake? MessageAuthorId { get; init; }
}

public sealed record MessageReactionAddEvent(MessageReaction Reaction) : GatewayEvent;

public sealed record MessageReactionRemoveEvent(MessageReaction Reaction) : GatewayEvent;

/// <summary>A vote came or went.</summary>
public sealed record PollVote
{
    public Snowflake UserId { get; init; }
    public Snowflake ChannelId { get; init; }
    public Snowflake MessageId { get; init; }
    public Snowflake? GuildId { get; init; }
    public int AnswerId { get; init; }
}

public sealed record PollVoteAddEvent(PollVote Vote) : GatewayEvent;

public sealed record PollVoteRemoveEvent(PollVote Vote) : GatewayEvent;

/// <summary>A member as member events tell it. Needs the privileged members intent.</summary>
public sealed record GuildMember
{
    public Snowflake GuildId { get; init; }
    public User User { get; init; } = new();
    public string? Nick { get; init; }
    public IReadOnlyList<Snowflake> Roles { get; init; } = [];
}

public sealed record GuildMemberAddEvent(GuildMember Member) : GatewayEvent;

public sealed record GuildMemberUpdateEvent(GuildMember Member) : GatewayEvent;

public sealed record GuildMemberRemoveEvent(GuildMember Member) : GatewayEvent;

/// <summary>Part of the answer to a <see cref="GuildMembersRequest"/>.</summary>
public sealed record GuildMembersChunkEvent : GatewayEvent
{
    public Snowflake GuildId { get; init; }
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>From 0 to <see cref="ChunkCount"/> - 1.</summary>
    public int ChunkIndex { get; init; }
    public int ChunkCount { get; init; }

    /// <summary>The request's nonce, which tells whose answer this is.</summary>
    public string? Nonce { get; init; }
}

/// <summary>A role as role events tell it; on deletion only its id.</summary>
public sealed record GuildRole
{
    public Snowflake GuildId { get; init; }
    public Role? Role { get; init; }
    public Snowflake? RoleId { get; init; }
}

public sealed record GuildRoleCreateEvent(GuildRole Role) : GatewayEvent;

public sealed record GuildRoleUpdateEvent(GuildRole Role) : GatewayEvent;

public sealed record GuildRoleDeleteEvent(GuildRole Role) : GatewayEvent;

public sealed record ScheduledEventCreateEvent(ScheduledEvent ScheduledEvent) : GatewayEvent;

public sealed record ScheduledEventUpdateEvent(ScheduledEvent ScheduledEvent) : GatewayEvent;

public sealed record ScheduledEventDeleteEvent(ScheduledEvent ScheduledEvent) : GatewayEvent;

/// <summary>Somebody is (no longer) interested in an event.</summary>
public sealed record ScheduledEventInterest
{
    public Snowflake GuildScheduledEventId { get; init; }
    public Snowflake UserId { get; init; }
    public Snowflake GuildId { get; init; }
}

public sealed record ScheduledEventUserAddEvent(ScheduledEventInterest Interest) : GatewayEvent;

public sealed record ScheduledEventUserRemoveEvent(ScheduledEventInterest Interest) : GatewayEvent;
