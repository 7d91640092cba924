namespace Nexus.Bot.Routing;

/// <summary>The section <c>Routing</c>.</summary>
internal sealed class RoutingOptions
{
    public const string Section = "Routing";

    /// <summary>Interactions handled at the same time.</summary>
    public int MaxConcurrent { get; set; } = 64;

    /// <summary>How many commands and presses a person may make at once; 0 switches the cooldown off.</summary>
    public int CooldownBurst { get; set; } = 20;

    /// <summary>How many of them come back per second.</summary>
    public double CooldownPerSecond { get; set; } = 2;

    /// <summary>An unanswered interaction is deferred after this; Discord gives up at 3 s.</summary>
    public TimeSpan DeferAfter { get; set; } = TimeSpan.FromSeconds(1.5);
}
