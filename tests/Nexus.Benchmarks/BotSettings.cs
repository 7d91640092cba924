using Nexus.Sandbox;

namespace Nexus.Benchmarks;

/// <summary>The bot's settings in a benchmark: the sandbox's, without the cooldown that would refuse a person who asks without pause.</summary>
internal static class BotSettings
{
    public static Dictionary<string, string?> Of(BotConnection connection) =>
        new(connection.Settings) { ["Routing:CooldownBurst"] = "0" };
}
