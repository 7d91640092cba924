using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <summary>One kind of work on one index.</summary>
internal sealed record SearchLine(string Documents, string Work, Latencies Time, double AllocatedKb);

/// <summary>What an index costs to have.</summary>
internal sealed record IndexCost(string Documents, double BuildMs, double Megabytes);

internal sealed record SearchReport(int Cores, bool ProcessorTime, IReadOnlyList<SearchLine> Lines, IReadOnlyList<IndexCost> Costs)
{
    public string ToJson() => JsonSerializer.Serialize(this, Report.Json);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores, {(ProcessorTime ? "processor time of the thread" : "time on the wall")}, warmed up; ms");
        table.AppendLine($"{"documents",-14}{"work",-14}{"count",8}{"p50",9}{"p95",9}{"p99",9}{"max",9}{"KB each",10}");
        foreach (var line in Lines)
        {
            table.AppendLine($"{line.Documents,-14}{line.Work,-14}{line.Time.Count,8}{line.Time.P50,9:F3}{line.Time.P95,9:F3}{line.Time.P99,9:F3}{line.Time.Max,9:F3}{line.AllocatedKb,10:F1}");
        }

        table.AppendLine();
        table.AppendLine($"{"documents",-14}{"build ms",10}{"MB",10}");
        foreach (var cost in Costs)
        {
            table.AppendLine($"{cost.Documents,-14}{cost.BuildMs,10:F0}{cost.Megabytes,10:F1}");
        }

        return table.ToString();
    }
}
