using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>
/// Discord's REST API v10 over one pool of connections. Holds requests back by Discord's rate limits, repeats them only
/// where that cannot do a thing twice, and gives up at each request's deadline (15 s; 10 s for an interaction's messages;
/// 2.8 s for its first answer). Thread-safe; make one per bot token and dispose of it at the end.
/// See <see href="https://discord.com/developers/docs/reference"/>.
/// </summary>
/// <remarks>
/// Interaction callbacks and interaction messages carry no bot token and are outside the global limit. The meter is
/// <c>Nexus.Discord</c>. Neither logs nor exceptions hold a token: they name routes, such as <c>POST /channels/{channel}/messages</c>.
/// </remarks>
public sealed class DiscordRest : IDiscordRest, IDisposable
{
    // Plenty for 50 requests a second, and a burst of interactions does not open a connection each.
    private const int Connections = 64;

    private static readonly TimeSpan OldMessage = TimeSpan.FromDays(14);

    private readonly RestSender _sender;
    private readonly AttachmentDownload _files;
    private readonly DiscordJson _json = DiscordJson.Default;

    public DiscordRest(DiscordOptions options, TimeProvider clock, ILogger<DiscordRest>? logger = null)
        : this(options, clock, logger ?? NullLogger<DiscordRest>.Instance, ConnectionsTo(options.ApiBase), new Random())
    {
    }

    internal DiscordRest(DiscordOptions options, TimeProvider clock, ILogger logger, HttpMessageHandler handler, Random random)
    {
        var http = new HttpMessageInvoker(handler);
        _sender = new RestSender(options, http, clock, logger, random);
        _files = new AttachmentDownload(options, http, clock);
    }

    /// <summary>Whether requests are sent at all.</summary>
    public DiscordRestState State => _sender.State;

    internal RestMetrics Metrics => _sender.Metrics;

    internal RateLimiter Limiter => _sender.Limiter;

    public void Dispose() => _sender.Dispose();

    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetGatewayBot, 0, "gateway/bot"), null, _json.GatewayBot, ct);

    public Task<Application> GetCurrentApplicationAsync(CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetCurrentApplication, 0, "applications/@me"), null, _json.Application, ct);

    public Task<IReadOnlyList<ApplicationCommand>> GetGlobalCommandsAsync(Snowflake application, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetGlobalCommands, 0, $"applications/{application}/commands"), null, _json.IReadOnlyListApplicationCommand, ct);

    public Task<IReadOnlyList<ApplicationCommand>> GetGuildCommandsAsync(Snowflake application, Snowflake guild, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetGuildCommands, guild.Value, $"applications/{application}/guilds/{guild}/commands"), null, _json.IReadOnlyListApplicationCommand, ct);

    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGlobalCommandsAsync(Snowflake application, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.OverwriteGlobalCommands, 0, $"applications/{application}/commands"), RestBody.Of(commands, _json.IReadOnlyListApplicationCommand), _json.IReadOnlyListApplicationCommand, ct);

    public Task<IReadOnlyList<ApplicationCommand>> OverwriteGuildCommandsAsync(Snowflake application, Snowflake guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.OverwriteGuildCommands, guild.Value, $"applications/{application}/guilds/{guild}/commands"), RestBody.Of(commands, _json.IReadOnlyListApplicationCommand), _json.IReadOnlyListApplicationCommand, ct);

    public Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.Respond, interaction.Id.Value, $"interactions/{interaction.Id}/{Escaped(interaction.Token)}/callback"), RestBody.Of(Files.Numbered(response), _json.InteractionResponse, Files.Of(response)), ct);

    public Task<Message> GetOriginalResponseAsync(Interaction interaction, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.GetOriginalResponse, interaction, "/messages/@original"), null, _json.Message, ct);

    public Task<Message> EditOriginalResponseAsync(Interaction interaction, MessageEdit edit, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.EditOriginalResponse, interaction, "/messages/@original") with { BodyRepeats = Files.Repeat(edit) }, RestBody.Of(edit, _json.MessageEdit, edit.Files), _json.Message, ct);

    public Task DeleteOriginalResponseAsync(Interaction interaction, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.DeleteOriginalResponse, interaction, "/messages/@original"), null, ct);

    public Task<Message> FollowUpAsync(Interaction interaction, MessageCreate message, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.FollowUp, interaction, ""), RestBody.Of(Files.Numbered(message), _json.MessageCreate, message.Files), _json.Message, ct);

    public Task<Message> EditFollowUpAsync(Interaction interaction, Snowflake message, MessageEdit edit, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.EditFollowUp, interaction, $"/messages/{message}") with { BodyRepeats = Files.Repeat(edit) }, RestBody.Of(edit, _json.MessageEdit, edit.Files), _json.Message, ct);

    public Task DeleteFollowUpAsync(Interaction interaction, Snowflake message, CancellationToken ct = default) =>
        _sender.SendAsync(OfInteraction(RestRoutes.DeleteFollowUp, interaction, $"/messages/{message}"), null, ct);

    public Task<IReadOnlyList<Message>> GetMessagesAsync(Snowflake channel, int limit = 50, Snowflake? before = null, Snowflake? after = null, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetMessages, channel.Value, $"channels/{channel}/messages?limit={limit}{Query("before", before)}{Query("after", after)}", options), null, _json.IReadOnlyListMessage, ct);

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetMessage, channel.Value, $"channels/{channel}/messages/{message}", options), null, _json.Message, ct);

    public Task<Message> CreateMessageAsync(Snowflake channel, MessageCreate message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(
            new(RestRoutes.CreateMessage, channel.Value, $"channels/{channel}/messages", options) { BodyRepeats = message is { Nonce.Length: > 0, EnforceNonce: true } },
            RestBody.Of(Files.Numbered(message), _json.MessageCreate, message.Files), _json.Message, ct);

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake message, MessageEdit edit, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(
            new(RestRoutes.EditMessage, channel.Value, $"channels/{channel}/messages/{message}", options) { BodyRepeats = Files.Repeat(edit) },
            RestBody.Of(edit, _json.MessageEdit, edit.Files), _json.Message, ct);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(message.CreatedAt < _sender.Time.GetUtcNow() - OldMessage ? RestRoutes.DeleteOldMessage : RestRoutes.DeleteMessage, channel.Value, $"channels/{channel}/messages/{message}", options), null, ct);

    public Task<Message> CrosspostMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.CrosspostMessage, channel.Value, $"channels/{channel}/messages/{message}/crosspost", options), null, _json.Message, ct);

    public Task PinMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.PinMessage, channel.Value, $"channels/{channel}/messages/pins/{message}", options), null, ct);

    public Task UnpinMessageAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.UnpinMessage, channel.Value, $"channels/{channel}/messages/pins/{message}", options), null, ct);

    public Task AddReactionAsync(Snowflake channel, Snowflake message, string emoji, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.AddReaction, channel.Value, $"channels/{channel}/messages/{message}/reactions/{Escaped(emoji)}/@me", options), null, ct);

    public Task RemoveOwnReactionAsync(Snowflake channel, Snowflake message, string emoji, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.RemoveOwnReaction, channel.Value, $"channels/{channel}/messages/{message}/reactions/{Escaped(emoji)}/@me", options), null, ct);

    public Task<Message> EndPollAsync(Snowflake channel, Snowflake message, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.EndPoll, channel.Value, $"channels/{channel}/polls/{message}/expire", options), null, _json.Message, ct);

    public Task<PollVoters> GetPollVotersAsync(Snowflake channel, Snowflake message, int answer, Snowflake? after = null, int limit = 100, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetPollVoters, channel.Value, $"channels/{channel}/polls/{message}/answers/{answer}?limit={limit}{Query("after", after)}", options), null, _json.PollVoters, ct);

    public Task<byte[]> DownloadAsync(Attachment attachment, long limit, CancellationToken ct = default) => _files.ReadAsync(attachment, limit, ct);

    public Task<Channel> GetChannelAsync(Snowflake channel, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetChannel, channel.Value, $"channels/{channel}", options), null, _json.Channel, ct);

    public Task<Channel> EditChannelAsync(Snowflake channel, ChannelEdit edit, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(
            new(edit.Name is not null || edit.Topic.HasValue ? RestRoutes.RenameChannel : RestRoutes.EditChannel, channel.Value, $"channels/{channel}", options),
            RestBody.Of(edit, _json.ChannelEdit), _json.Channel, ct);

    public Task DeleteChannelAsync(Snowflake channel, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.DeleteChannel, channel.Value, $"channels/{channel}", options), null, ct);

    public Task<Channel> CreateDmAsync(Snowflake recipient, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.CreateDm, 0, "users/@me/channels", options), RestBody.Of(new DmCreate(recipient), _json.DmCreate), _json.Channel, ct);

    public Task<Channel> StartThreadAsync(Snowflake channel, ThreadCreate thread, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.StartThread, channel.Value, $"channels/{channel}/threads", options), RestBody.Of(thread, _json.ThreadCreate), _json.Channel, ct);

    public Task<Channel> StartThreadFromMessageAsync(Snowflake channel, Snowflake message, ThreadCreate thread, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.StartThreadFromMessage, channel.Value, $"channels/{channel}/messages/{message}/threads", options), RestBody.Of(thread, _json.ThreadCreate), _json.Channel, ct);

    public Task<Channel> CreateForumPostAsync(Snowflake forum, ForumPostCreate post, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(
            new(RestRoutes.StartThread, forum.Value, $"channels/{forum}/threads", options),
            RestBody.Of(post with { Message = Files.Numbered(post.Message) }, _json.ForumPostCreate, post.Message.Files), _json.Channel, ct);

    public Task AddThreadMemberAsync(Snowflake thread, Snowflake user, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.AddThreadMember, thread.Value, $"channels/{thread}/thread-members/{user}", options), null, ct);

    public Task RemoveThreadMemberAsync(Snowflake thread, Snowflake user, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.RemoveThreadMember, thread.Value, $"channels/{thread}/thread-members/{user}", options), null, ct);

    public Task<ThreadList> GetActiveThreadsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetActiveThreads, guild.Value, $"guilds/{guild}/threads/active", options), null, _json.ThreadList, ct);

    public Task<ThreadList> GetArchivedPublicThreadsAsync(Snowflake channel, DateTimeOffset? before = null, int limit = 50, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetArchivedPublicThreads, channel.Value, $"channels/{channel}/threads/archived/public?limit={limit}{Query("before", before)}", options), null, _json.ThreadList, ct);

    public Task<Guild> GetGuildAsync(Snowflake guild, bool withCounts = false, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetGuild, guild.Value, $"guilds/{guild}{(withCounts ? "?with_counts=true" : "")}", options), null, _json.Guild, ct);

    public Task<IReadOnlyList<Channel>> GetGuildChannelsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetGuildChannels, guild.Value, $"guilds/{guild}/channels", options), null, _json.IReadOnlyListChannel, ct);

    public Task<Channel> CreateGuildChannelAsync(Snowflake guild, ChannelCreate channel, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.CreateGuildChannel, guild.Value, $"guilds/{guild}/channels", options), RestBody.Of(channel, _json.ChannelCreate), _json.Channel, ct);

    public Task<Member> GetMemberAsync(Snowflake guild, Snowflake user, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetMember, guild.Value, $"guilds/{guild}/members/{user}", options), null, _json.Member, ct);

    public Task<IReadOnlyList<Member>> SearchMembersAsync(Snowflake guild, string query, int limit = 25, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.SearchMembers, guild.Value, $"guilds/{guild}/members/search?query={Escaped(query)}&limit={limit}", options), null, _json.IReadOnlyListMember, ct);

    public Task<IReadOnlyList<Member>> GetMembersAsync(Snowflake guild, Snowflake? after = null, int limit = 1000, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetMembers, guild.Value, $"guilds/{guild}/members?limit={limit}{Query("after", after)}", options), null, _json.IReadOnlyListMember, ct);

    public Task<Member> EditMemberAsync(Snowflake guild, Snowflake user, MemberEdit edit, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.EditMember, guild.Value, $"guilds/{guild}/members/{user}", options), RestBody.Of(edit, _json.MemberEdit), _json.Member, ct);

    public Task AddMemberRoleAsync(Snowflake guild, Snowflake user, Snowflake role, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.AddMemberRole, guild.Value, $"guilds/{guild}/members/{user}/roles/{role}", options), null, ct);

    public Task RemoveMemberRoleAsync(Snowflake guild, Snowflake user, Snowflake role, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.RemoveMemberRole, guild.Value, $"guilds/{guild}/members/{user}/roles/{role}", options), null, ct);

    public Task<IReadOnlyList<Role>> GetRolesAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetRoles, guild.Value, $"guilds/{guild}/roles", options), null, _json.IReadOnlyListRole, ct);

    public Task<Role> CreateRoleAsync(Snowflake guild, RoleEdit role, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.CreateRole, guild.Value, $"guilds/{guild}/roles", options), RestBody.Of(role, _json.RoleEdit), _json.Role, ct);

    public Task<Role> EditRoleAsync(Snowflake guild, Snowflake role, RoleEdit edit, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.EditRole, guild.Value, $"guilds/{guild}/roles/{role}", options), RestBody.Of(edit, _json.RoleEdit), _json.Role, ct);

    public Task DeleteRoleAsync(Snowflake guild, Snowflake role, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.DeleteRole, guild.Value, $"guilds/{guild}/roles/{role}", options), null, ct);

    public Task<IReadOnlyList<ScheduledEvent>> GetScheduledEventsAsync(Snowflake guild, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetScheduledEvents, guild.Value, $"guilds/{guild}/scheduled-events", options), null, _json.IReadOnlyListScheduledEvent, ct);

    public Task<ScheduledEvent> CreateScheduledEventAsync(Snowflake guild, ScheduledEventEdit scheduledEvent, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.CreateScheduledEvent, guild.Value, $"guilds/{guild}/scheduled-events", options), RestBody.Of(scheduledEvent, _json.ScheduledEventEdit), _json.ScheduledEvent, ct);

    public Task<ScheduledEvent> EditScheduledEventAsync(Snowflake guild, Snowflake scheduledEvent, ScheduledEventEdit edit, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.EditScheduledEvent, guild.Value, $"guilds/{guild}/scheduled-events/{scheduledEvent}", options), RestBody.Of(edit, _json.ScheduledEventEdit), _json.ScheduledEvent, ct);

    public Task DeleteScheduledEventAsync(Snowflake guild, Snowflake scheduledEvent, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.DeleteScheduledEvent, guild.Value, $"guilds/{guild}/scheduled-events/{scheduledEvent}", options), null, ct);

    public Task<IReadOnlyList<ScheduledEventUser>> GetScheduledEventUsersAsync(Snowflake guild, Snowflake scheduledEvent, int limit = 100, Snowflake? after = null, RequestOptions? options = null, CancellationToken ct = default) =>
        _sender.SendAsync(new(RestRoutes.GetScheduledEventUsers, guild.Value, $"guilds/{guild}/scheduled-events/{scheduledEvent}/users?limit={limit}{Query("after", after)}", options), null, _json.IReadOnlyListScheduledEventUser, ct);

    private static SocketsHttpHandler ConnectionsTo(Uri api) => new()
    {
        MaxConnectionsPerServer = Connections,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        // A new connection now and then notices when Discord's addresses move.
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !api.IsLoopback,
        // No trace of a request leaves this process, since paths hold interaction tokens.
        ActivityHeadersPropagator = null,
    };

    private static RestRequest OfInteraction(RestRoute route, Interaction interaction, string rest) =>
        new(
            route,
            unchecked((interaction.ApplicationId.Value * 31) + (uint)interaction.Token.GetHashCode(StringComparison.Ordinal)),
            $"webhooks/{interaction.ApplicationId}/{Escaped(interaction.Token)}{rest}");

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static string Query(string name, Snowflake? id) => id is { } given ? $"&{name}={given}" : "";

    private static string Query(string name, DateTimeOffset? time) =>
        time is { } given ? $"&{name}={Escaped(given.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))}" : "";
}
