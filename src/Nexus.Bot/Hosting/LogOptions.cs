using Serilog.Events;

namespace Nexus.Bot.Hosting;

/// <summary>The section <c>Logging</c>.</summary>
internal sealed class LogOptions
{
    public const string Section = "Logging";

    public LogEventLevel Level { get; set; } = LogEventLevel.Information;

    /// <summary><c>Text</c> or <c>Json</c>; by default text in development and JSON elsewhere.</summary>
    public string? Format { get; set; }
}
