namespace Nexus.Discord.Gateway;

/// <summary>The dot next to the bot's name. <see href="https://discord.com/developers/docs/events/gateway-events#update-presence-status-types"/></summary>
public enum PresenceStatus
{
    Online,
    Idle,
    DoNotDisturb,
    Invisible,
}
