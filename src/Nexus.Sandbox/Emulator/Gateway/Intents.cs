namespace Nexus.Sandbox.Emulator;

/// <summary>https://discord.com/developers/docs/events/gateway#list-of-intents</summary>
[Flags]
internal enum Intents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildModeration = 1 << 2,
    GuildExpressions = 1 << 3,
    Integrations = 1 << 4,
    Webhooks = 1 << 5,
    Invites = 1 << 6,
    VoiceStates = 1 << 7,
    Presences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    GuildTyping = 1 << 11,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,
    DirectMessageTyping = 1 << 14,
    MessageContent = 1 << 15,
    ScheduledEvents = 1 << 16,
    AutoModerationConfiguration = 1 << 20,
    AutoModerationExecution = 1 << 21,
    GuildPolls = 1 << 24,
    DirectMessagePolls = 1 << 25,

    Privileged = GuildMembers | Presences | MessageContent,
    All = 0b11_0011_0001_1111_1111_1111_1111,
}
