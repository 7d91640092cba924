using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>Which lane a request waits in: answers to people are never queued behind bulk work.</summary>
public enum RequestPriority
{
    Interactive,
    Batch,
}

/// <summary>How one request is to be carried out.</summary>
public sealed record RequestOptions
{
    /// <summary>For jobs and other bulk work.</summary>
    public static RequestOptions Batch { get; } = new() { Priority = RequestPriority.Batch };

    public RequestPriority Priority { get; init; } = RequestPriority.Interactive;

    /// <summary>Over all waits and tries; the client's default (15 s) when null.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Shown in the server's audit log; cut at 512 characters.</summary>
    public string? AuditReason { get; init; }
}

/// <summary>
/// Discord's REST API v10, as far as a collaboration bot needs it: the seam behind which another client library could stand.
/// Every method throws <see cref="DiscordApiException"/> when Discord refuses or the deadline passes.
/// See <see href="https://discord.com/developers/docs/reference"/>.
/// </summary>
public interface IDiscordRest
{
    // Application and gateway
    Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct = default);
    Task<Application> GetCurrentApplicationAsync(CancellationToken ct = default);
    Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake application, CancellationToken ct = default);
    Task<IReadOnlyList<ApplicationCommand>> GetGuildCommandsAsync(Snowflake application, Snowflake guild, CancellationToken ct = default);
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct = default);
    Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(Snowflake application, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct = default);

    // Interactions: no bot token, outside the global rate limit
    /// <summary>The first answer, within 3 seconds. A repeat after a lost answer counts as success.</summary>
    Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken ct = default);
    Task<Message> GetOriginalResponseAsync(Interaction interaction, CancellationToken ct = default);
    Task<Message> EditOriginalResponseAsync(Interaction interaction, MessageEdit edit, CancellationToken ct = default);
    Task DeleteOriginalResponseAsync(Interaction interaction, CancellationToken ct = default);
    Task<Message> FollowUpAsync(Interaction interaction, MessageCreate message, CancellationToken ct = default);
    Task<Message> EditFollowUpAsync(Interaction interaction, Snowflake message, MessageEdit edit, CancellationToken ct = default);
    Task DeleteFollowUpAsync(Interaction interaction, Snowflake message, CancellationToken ct = default);

    // Messages
    /// <summary>Newest first, at most 100.</summary>
    Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, int limit = 50, Snowflake? before = null, Snowflake? after = null, RequestOptions? options = null, CancellationToken ct = default);
    Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);
    Task<Message> CreateMessageAsync(Snowflake channel, MessageCreate message, RequestOptions? options = null, CancellationToken ct = default);
    Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageEdit edit, RequestOptions? options = null, CancellationToken ct = default);
    Task DeleteMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>Publishes a message of an announcement channel to its followers.</summary>
    Task<Message> CrosspostMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);
    Task PinMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);
    Task UnpinMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);

    /// <param name="emoji">A Unicode emoji, or <c>name:id</c>.</param>
    Task AddReactionAsync(Snowflake channel, Snowflake message, string emoji, RequestOptions? options = null, CancellationToken ct = default);
    Task RemoveOwnReactionAsync(Snowflake channel, Snowflake message, string emoji, RequestOptions? options = null, CancellationToken ct = default);
    Task<Message> EndPollAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default);
    Task<PollVoters> GetPollVotersAsync(Snowflake channel, Snowflake message, int answer, Snowflake? after = null, int limit = 100, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>The bytes of a file that somebody uploaded, read from Discord's CDN only. A larger one than the limit is status 413, an expired address 404.</summary>
    Task<byte[]> DownloadAsync(Attachment attachment, long limit, CancellationToken ct = default);

    // Channels and threads
    Task<Channel> GetChannelAsync(Snowflake channel, RequestOptions? options = null, CancellationToken ct = default);
    Task<Channel> EditChannelAsync(Snowflake channel, ChannelEdit edit, RequestOptions? options = null, CancellationToken ct = default);
    Task DeleteChannelAsync(Snowflake channel, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>The DM with a person; the same one each time.</summary>
    Task<Channel> CreateDmAsync(Snowflake recipient, RequestOptions? options = null, CancellationToken ct = default);
    Task<Channel> StartThreadAsync(Snowflake channel, ThreadCreate thread, RequestOptions? options = null, CancellationToken ct = default);
    Task<Channel> StartThreadFromMessageAsync(Snowflake channel, Snowflake message, ThreadCreate thread, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>The post's first message has the thread's id.</summary>
    Task<Channel> CreateForumPostAsync(Snowflake forum, ForumPostCreate post, RequestOptions? options = null, CancellationToken ct = default);
    Task AddThreadMemberAsync(Snowflake thread, Snowflake user, RequestOptions? options = null, CancellationToken ct = default);
    Task RemoveThreadMemberAsync(Snowflake thread, Snowflake user, RequestOptions? options = null, CancellationToken ct = default);
    Task<ThreadList> GetActiveThreadsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default);
    Task<ThreadList> GetArchivedPublicThreadsAsync(Snowflake channel, DateTimeOffset? before = null, int limit = 50, RequestOptions? options = null, CancellationToken ct = default);

    // Guild, members, roles
    Task<Guild> GetGuildAsync(Snowflake guild, bool withCounts = false, RequestOptions? options = null, CancellationToken ct = default);
    Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default);
    Task<Channel> CreateGuildChannelAsync(Snowflake guild, ChannelCreate channel, RequestOptions? options = null, CancellationToken ct = default);
    Task<Member> GetMemberAsync(Snowflake guild, Snowflake user, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>By the start of user name or nickname.</summary>
    Task<IReadOnlyList<Member>> SearchMembersAsync(Snowflake guild, string query, int limit = 25, RequestOptions? options = null, CancellationToken ct = default);

    /// <summary>By id, at most 1000 a page. Needs the privileged members intent.</summary>
    Task<IReadOnlyList<Member>> GetMembersAsync(Snowflake guild, Snowflake? after = null, int limit = 1000, RequestOptions? options = null, CancellationToken ct = default);
    Task<Member> EditMemberAsync(Snowflake guild, Snowflake user, MemberEdit edit, RequestOptions? options = null, CancellationToken ct = default);
    Task AddMemberRoleAsync(Snowflake guild, Snowflake user, Snowflake role, RequestOptions? options = null, CancellationToken ct = default);
    Task RemoveMemberRoleAsync(Snowflake guild, Snowflake user, Snowflake role, RequestOptions? options = null, CancellationToken ct = default);
    Task<IReadOnlyList<Role>> GetRolesAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default);
    Task<Role> CreateRoleAsync(Snowflake guild, RoleEdit role, RequestOptions? options = null, CancellationToken ct = default);
    Task<Role> EditRoleAsync(Snowflake guild, Snowflake role, RoleEdit edit, RequestOptions? options = null, CancellationToken ct = default);
    Task DeleteRoleAsync(Snowflake guild, Snowflake role, RequestOptions? options = null, CancellationToken ct = default);

    // Scheduled events
    Task<IReadOnlyList<ScheduledEvent>> GetScheduledEventsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default);
    Task<ScheduledEvent> CreateScheduledEventAsync(Snowflake guild, ScheduledEventEdit scheduledEvent, RequestOptions? options = null, CancellationToken ct = default);
    Task<ScheduledEvent> EditScheduledEventAsync(Snowflake guild, Snowflake scheduledEvent, ScheduledEventEdit edit, RequestOptions? options = null, CancellationToken ct = default);
    Task DeleteScheduledEventAsync(Snowflake guild, Snowflake scheduledEvent, RequestOptions? options = null, CancellationToken ct = default);
    Task<IReadOnlyList<ScheduledEventUser>> GetScheduledEventUsersAsync(Snowflake guild, Snowflake scheduledEvent, int limit = 100, Snowflake? after = null, RequestOptions? options = null, CancellationToken ct = default);
}
