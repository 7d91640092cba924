namespace Nexus.Bot.Hosting;

/// <summary>The section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>An OpenTelemetry collector (OTLP over gRPC), such as <c>http://localhost:4317</c>; empty sends nothing.</summary>
    public string? OtlpEndpoint { get; set; }
}
