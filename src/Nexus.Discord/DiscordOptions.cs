using Nexus.Discord.Model;

namespace Nexus.Discord;

/// <summary>How to reach Discord and as whom. Whole base URIs, so that a loopback Discord works.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot token, without the word "Bot". Never logged, never part of an exception.</summary>
    public string Token { get; set; } = "";

    /// <summary>Base of every REST call. The gateway's address always comes from <c>GET /gateway/bot</c> below it.</summary>
    public Uri ApiBase { get; set; } = new("https://discord.com/api/v10");

    /// <summary>Sent as <c>DiscordBot (url, version)</c>; Cloudflare may refuse other forms.</summary>
    public string UserAgent { get; set; } = "DiscordBot (https://github.com/nexus-bot/nexus, 0.1.0)";

    /// <summary>What the gateway sends. The default needs no privileged intent.</summary>
    public GatewayIntents Intents { get; set; } = GatewayIntents.Recommended;

    /// <summary>This connection's shard, from 0.</summary>
    public int ShardId { get; set; }

    /// <summary>How many shards there are; at most 2,500 guilds each.</summary>
    public int ShardCount { get; set; } = 1;

    /// <summary>Ask for <c>zlib-stream</c> transport compression. Worth it from a few hundred guilds on.</summary>
    public bool Compress { get; set; }

    /// <summary>How many gateway events may wait for a handler.</summary>
    public int EventQueueCapacity { get; set; } = 4096;

    /// <summary>Shown under the bot's name; null for none.</summary>
    public string? Activity { get; set; }
}
