namespace Nexus.Bot.Hosting;

/// <summary>The section <c>Health</c>.</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>One address; loopback unless something outside has to ask. Port 0 takes any free port, empty switches it off.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8081";
}
