using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <summary>Readings in ms, each the fastest of three in a row, and the phrase that is slowest at its median.</summary>
/// <param name="Disturbed">The slowest of all, with what else the machine did meanwhile.</param>
internal sealed record WhenLine(string Phrases, int Many, Latencies Read, double Disturbed, double AllocatedKb, string Slowest, double SlowestMedian);

/// <param name="Cold">The very first reading, with everything still to be compiled.</param>
internal sealed record WhenReport(int Cores, double Cold, IReadOnlyList<WhenLine> Lines)
{
    public string ToJson() => JsonSerializer.Serialize(this, Report.Json);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores; ms per phrase after warm-up, the fastest of three in a row; the first ever took {Cold:F1} ms");
        table.AppendLine($"{"phrases",-12}{"many",6}{"count",9}{"p50",9}{"p99",9}{"max",9}{"disturbed",11}{"KB each",10}  slowest at its median");
        foreach (var line in Lines)
        {
            table.AppendLine($"{line.Phrases,-12}{line.Many,6}{line.Read.Count,9}{line.Read.P50,9:F3}{line.Read.P99,9:F3}{line.Read.Max,9:F3}{line.Disturbed,11:F1}{line.AllocatedKb,10:F1}  {line.SlowestMedian:F3} ms: {line.Slowest}");
        }

        return table.ToString();
    }
}
