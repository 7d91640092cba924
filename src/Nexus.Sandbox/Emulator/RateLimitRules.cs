namespace Nexus.Sandbox.Emulator;

/// <summary>The buckets of the emulator's routes.</summary>
internal static class RateLimitRules
{
    public static readonly RateLimitRule Default = new("default", 50, TimeSpan.FromSeconds(1));
    public static readonly RateLimitRule SendMessage = PerChannel("send-message", 5, 5);
    public static readonly RateLimitRule EditMessage = PerChannel("edit-message", 5, 5);
    public static readonly RateLimitRule DeleteMessage = PerChannel("delete-message", 5, 1);
    public static readonly RateLimitRule ReadMessages = PerChannel("read-messages", 10, 5);
    public static readonly RateLimitRule BulkDelete = PerChannel("bulk-delete", 1, 1);
    public static readonly RateLimitRule Crosspost = PerChannel("crosspost", 10, 3600);
    public static readonly RateLimitRule Reaction = new("reaction", 1, TimeSpan.FromMilliseconds(250), MajorParameter.Channel);
    public static readonly RateLimitRule Pins = PerChannel("pins", 5, 5);
    public static readonly RateLimitRule Typing = PerChannel("typing", 5, 5);
    public static readonly RateLimitRule Channel = PerChannel("channel", 5, 5);
    public static readonly RateLimitRule CreateThread = PerChannel("create-thread", 50, 300);
    public static readonly RateLimitRule ThreadMembers = PerChannel("thread-members", 5, 5);
    public static readonly RateLimitRule Guild = PerGuild("guild", 10, 5);
    public static readonly RateLimitRule Members = PerGuild("members", 10, 10);
    public static readonly RateLimitRule EditMember = PerGuild("edit-member", 10, 10);
    public static readonly RateLimitRule Roles = PerGuild("roles", 10, 10);
    public static readonly RateLimitRule Events = PerGuild("scheduled-events", 5, 5);
    public static readonly RateLimitRule ReadCommands = Commands("read-commands");
    public static readonly RateLimitRule OverwriteCommands = Commands("overwrite-commands");
    public static readonly RateLimitRule CreateCommand = Commands("create-command");
    public static readonly RateLimitRule EditCommand = Commands("edit-command");
    public static readonly RateLimitRule DeleteCommand = Commands("delete-command");
    public static readonly RateLimitRule OpenDm = new("open-dm", 10, TimeSpan.FromSeconds(10));
    public static readonly RateLimitRule WebhookToken = new("webhook-token", 5, TimeSpan.FromSeconds(2), MajorParameter.WebhookToken, CountsGlobally: false);

    /// <summary>Two changes of a channel's or thread's name or topic per ten minutes; no header shows it.</summary>
    public static readonly RateLimitRule ChannelNameOrTopic = new("channel-name-or-topic", 2, TimeSpan.FromMinutes(10), MajorParameter.Channel, CountsGlobally: false);

    private static RateLimitRule PerChannel(string name, int limit, double seconds) => new(name, limit, TimeSpan.FromSeconds(seconds), MajorParameter.Channel);

    private static RateLimitRule Commands(string name) => new(name, 5, TimeSpan.FromSeconds(20));

    private static RateLimitRule PerGuild(string name, int limit, double seconds) => new(name, limit, TimeSpan.FromSeconds(seconds), MajorParameter.Guild);
}
