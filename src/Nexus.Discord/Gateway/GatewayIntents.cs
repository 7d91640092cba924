namespace Nexus.Discord.Gateway;

/// <summary>
/// Which groups of events Discord sends over the gateway.
/// <see href="https://discord.com/developers/docs/events/gateway#gateway-intents"/>
/// </summary>
/// <remarks>
/// Interactions need no intent. The three privileged ones must also be switched on for the application
/// in the developer portal, or Discord closes the connection with 4014.
/// </remarks>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    /// <summary>Privileged.</summary>
    GuildMembers = 1 << 1,
    GuildModeration = 1 << 2,
    GuildExpressions = 1 << 3,
    GuildIntegrations = 1 << 4,
    GuildWebhooks = 1 << 5,
    GuildInvites = 1 << 6,
    GuildVoiceStates = 1 << 7,
    /// <summary>Privileged.</summary>
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    GuildMessageTyping = 1 << 11,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,
    DirectMessageTyping = 1 << 14,
    /// <summary>Privileged.</summary>
    MessageContent = 1 << 15,
    GuildScheduledEvents = 1 << 16,
    AutoModerationConfiguration = 1 << 20,
    AutoModerationExecution = 1 << 21,
    GuildMessagePolls = 1 << 24,
    DirectMessagePolls = 1 << 25,

    /// <summary>Everything the bot needs and nothing privileged: guilds, messages without their content, reactions, scheduled events, polls.</summary>
    Recommended = Guilds | GuildMessages | GuildMessageReactions | DirectMessages | GuildScheduledEvents | GuildMessagePolls,
}
