namespace Nexus.Discord.Model;

/// <summary>Which events the gateway sends. See <see href="https://discord.com/developers/docs/events/gateway#gateway-intents"/>.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,

    /// <summary>Privileged: needs its switch in the developer portal.</summary>
    GuildMembers = 1 << 1,
    GuildModeration = 1 << 2,
    GuildExpressions = 1 << 3,
    Integrations = 1 << 4,
    Webhooks = 1 << 5,
    Invites = 1 << 6,
    VoiceStates = 1 << 7,

    /// <summary>Privileged: needs its switch in the developer portal.</summary>
    Presences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    GuildMessageTyping = 1 << 11,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,
    DirectMessageTyping = 1 << 14,

    /// <summary>Privileged: needs its switch in the developer portal.</summary>
    MessageContent = 1 << 15,
    GuildScheduledEvents = 1 << 16,
    AutoModerationConfiguration = 1 << 20,
    AutoModerationExecution = 1 << 21,
    GuildMessagePolls = 1 << 24,
    DirectMessagePolls = 1 << 25,

    /// <summary>All that a collaboration bot needs without a privileged intent (16848385).</summary>
    Recommended = Guilds | GuildMessages | GuildMessageReactions | DirectMessages | GuildScheduledEvents | GuildMessagePolls,
}
