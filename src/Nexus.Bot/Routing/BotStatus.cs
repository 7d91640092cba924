using System.Collections.Concurrent;
using Nexus.Discord;

namespace Nexus.Bot.Routing;

/// <summary>What the running bot knows of itself, for <c>/nexus status</c>. Filled by the host.</summary>
internal sealed class BotStatus
{
    private readonly ConcurrentDictionary<Snowflake, byte> _guilds = new();

    public string Version { get; } = typeof(BotStatus).Assembly.GetName().Version?.ToString(3) ?? "?";

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The bot's own user; default before the first READY.</summary>
    public Snowflake User { get; set; }

    public Snowflake Application { get; set; }

    public int Guilds => _guilds.Count;

    /// <summary>Round trip of the gateway's last heartbeat.</summary>
    public Func<TimeSpan?> GatewayLatency { get; set; } = static () => null;

    public Func<string> GatewayState { get; set; } = static () => "not started";

    public void GuildIsThere(Snowflake guild) => _guilds[guild] = 0;

    public void GuildIsGone(Snowflake guild) => _guilds.TryRemove(guild, out _);
}
