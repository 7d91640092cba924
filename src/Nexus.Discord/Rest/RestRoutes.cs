using static Nexus.Discord.Rest.RouteAccess;
using static Nexus.Discord.Rest.RouteRepeat;

namespace Nexus.Discord.Rest;

/// <summary>Every operation that <see cref="DiscordRest"/> knows, with whether it may be repeated.</summary>
internal static class RestRoutes
{
    private static readonly HttpMethod Get = HttpMethod.Get, Post = HttpMethod.Post, Put = HttpMethod.Put, Patch = HttpMethod.Patch, Delete = HttpMethod.Delete;

    public static readonly RestRoute GetGatewayBot = new(Get, "/gateway/bot", Safe);
    public static readonly RestRoute GetCurrentApplication = new(Get, "/applications/@me", Safe);
    public static readonly RestRoute GetGlobalCommands = new(Get, "/applications/{application}/commands", Safe);
    public static readonly RestRoute GetGuildCommands = new(Get, "/applications/{application}/guilds/{guild}/commands", Safe);
    public static readonly RestRoute OverwriteGlobalCommands = new(Put, "/applications/{application}/commands", Safe);
    public static readonly RestRoute OverwriteGuildCommands = new(Put, "/applications/{application}/guilds/{guild}/commands", Safe);

    public static readonly RestRoute Respond = new(Post, "/interactions/{interaction}/{token}/callback", Callback, InteractionCallback);
    public static readonly RestRoute GetOriginalResponse = new(Get, "/webhooks/{application}/{token}/messages/@original", Safe, WebhookToken);
    public static readonly RestRoute EditOriginalResponse = new(Patch, "/webhooks/{application}/{token}/messages/@original", Safe, WebhookToken);
    public static readonly RestRoute DeleteOriginalResponse = new(Delete, "/webhooks/{application}/{token}/messages/@original", Safe, WebhookToken);
    public static readonly RestRoute FollowUp = new(Post, "/webhooks/{application}/{token}", Never, WebhookToken);
    public static readonly RestRoute EditFollowUp = new(Patch, "/webhooks/{application}/{token}/messages/{message}", Safe, WebhookToken);
    public static readonly RestRoute DeleteFollowUp = new(Delete, "/webhooks/{application}/{token}/messages/{message}", Safe, WebhookToken);

    public static readonly RestRoute GetMessages = new(Get, "/channels/{channel}/messages", Safe);
    public static readonly RestRoute GetMessage = new(Get, "/channels/{channel}/messages/{message}", Safe);
    public static readonly RestRoute CreateMessage = new(Post, "/channels/{channel}/messages", WithNonce);
    public static readonly RestRoute EditMessage = new(Patch, "/channels/{channel}/messages/{message}", Safe);
    public static readonly RestRoute DeleteMessage = new(Delete, "/channels/{channel}/messages/{message}", Safe);

    /// <summary>Messages older than two weeks have a limit of their own.</summary>
    public static readonly RestRoute DeleteOldMessage = new(Delete, "/channels/{channel}/messages/{message} (old)", Safe);
    public static readonly RestRoute CrosspostMessage = new(Post, "/channels/{channel}/messages/{message}/crosspost", Never);
    public static readonly RestRoute PinMessage = new(Put, "/channels/{channel}/messages/pins/{message}", Safe);
    public static readonly RestRoute UnpinMessage = new(Delete, "/channels/{channel}/messages/pins/{message}", Safe);
    public static readonly RestRoute AddReaction = new(Put, "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Safe);
    public static readonly RestRoute RemoveOwnReaction = new(Delete, "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Safe);
    public static readonly RestRoute EndPoll = new(Post, "/channels/{channel}/polls/{message}/expire", Never);
    public static readonly RestRoute GetPollVoters = new(Get, "/channels/{channel}/polls/{message}/answers/{answer}", Safe);

    public static readonly RestRoute GetChannel = new(Get, "/channels/{channel}", Safe);
    public static readonly RestRoute EditChannel = new(Patch, "/channels/{channel}", Safe);

    /// <summary>Name and topic have a limit that no header shows, about 2 in 10 minutes; other changes are not to wait for it.</summary>
    public static readonly RestRoute RenameChannel = new(Patch, "/channels/{channel} (name, topic)", Safe);
    public static readonly RestRoute DeleteChannel = new(Delete, "/channels/{channel}", Safe);
    public static readonly RestRoute CreateDm = new(Post, "/users/@me/channels", Safe);
    public static readonly RestRoute StartThread = new(Post, "/channels/{channel}/threads", Never);
    public static readonly RestRoute StartThreadFromMessage = new(Post, "/channels/{channel}/messages/{message}/threads", Never);
    public static readonly RestRoute AddThreadMember = new(Put, "/channels/{channel}/thread-members/{user}", Safe);
    public static readonly RestRoute RemoveThreadMember = new(Delete, "/channels/{channel}/thread-members/{user}", Safe);
    public static readonly RestRoute GetActiveThreads = new(Get, "/guilds/{guild}/threads/active", Safe);
    public static readonly RestRoute GetArchivedPublicThreads = new(Get, "/channels/{channel}/threads/archived/public", Safe);

    public static readonly RestRoute GetGuild = new(Get, "/guilds/{guild}", Safe);
    public static readonly RestRoute GetGuildChannels = new(Get, "/guilds/{guild}/channels", Safe);
    public static readonly RestRoute CreateGuildChannel = new(Post, "/guilds/{guild}/channels", Never);
    public static readonly RestRoute GetMember = new(Get, "/guilds/{guild}/members/{user}", Safe);
    public static readonly RestRoute SearchMembers = new(Get, "/guilds/{guild}/members/search", Safe);
    public static readonly RestRoute GetMembers = new(Get, "/guilds/{guild}/members", Safe);
    public static readonly RestRoute EditMember = new(Patch, "/guilds/{guild}/members/{user}", Safe);
    public static readonly RestRoute AddMemberRole = new(Put, "/guilds/{guild}/members/{user}/roles/{role}", Safe);
    public static readonly RestRoute RemoveMemberRole = new(Delete, "/guilds/{guild}/members/{user}/roles/{role}", Safe);
    public static readonly RestRoute GetRoles = new(Get, "/guilds/{guild}/roles", Safe);
    public static readonly RestRoute CreateRole = new(Post, "/guilds/{guild}/roles", Never);
    public static readonly RestRoute EditRole = new(Patch, "/guilds/{guild}/roles/{role}", Safe);
    public static readonly RestRoute DeleteRole = new(Delete, "/guilds/{guild}/roles/{role}", Safe);

    public static readonly RestRoute GetScheduledEvents = new(Get, "/guilds/{guild}/scheduled-events", Safe);
    public static readonly RestRoute CreateScheduledEvent = new(Post, "/guilds/{guild}/scheduled-events", Never);
    public static readonly RestRoute EditScheduledEvent = new(Patch, "/guilds/{guild}/scheduled-events/{event}", Safe);
    public static readonly RestRoute DeleteScheduledEvent = new(Delete, "/guilds/{guild}/scheduled-events/{event}", Safe);
    public static readonly RestRoute GetScheduledEventUsers = new(Get, "/guilds/{guild}/scheduled-events/{event}/users", Safe);
}
