using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox;

/// <summary>How one sandbox is started.</summary>
internal sealed record SandboxOptions
{
    /// <summary>Loopback address; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The bot token the emulator accepts; null makes one up.</summary>
    public string? Token { get; init; }

    /// <summary>Fills the demo server up to this many members.</summary>
    public int Members { get; init; }

    /// <summary>Where the bot in the sandbox keeps its database; null takes a new one that is deleted at the end.</summary>
    public string? DatabasePath { get; init; }

    /// <summary>Forgets the bot's database before the start.</summary>
    public bool Fresh { get; init; }

    /// <summary>What the clock shows first; null for real time.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Without the web page: for tests and benchmarks.</summary>
    public bool Page { get; init; } = true;

    /// <summary>GUILD_CREATE lists every member, as Discord does for small servers when the presences intent is on.</summary>
    public bool ListAllMembers { get; init; }

    /// <summary>Rate limits per route and overall; benchmarks may switch them off.</summary>
    public bool RateLimits { get; init; } = true;

    public GatewayLimits Gateway { get; init; } = new();

    /// <summary>Seed of what the emulator draws at random: tokens, session ids.</summary>
    public int? Seed { get; init; }
}
