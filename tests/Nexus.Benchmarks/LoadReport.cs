using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <summary>One responder under one kind of load; times in ms from the emulator's dispatch to the callback it received.</summary>
internal sealed record LoadLine(string Responder, string Load, Latencies Ack, double PerSecond, int Failed, double AllocatedKbPerInteraction);

/// <param name="ResidentMb">Of the process that ran the responder; in-process it is shared with the emulator.</param>
internal sealed record ResponderCost(string Responder, bool OwnProcess, double ResidentMb, double PeakResidentMb, double CpuMsPerInteraction, double AllocatedKbPerInteraction);

/// <param name="Solves">Dry runs of teams that were made during the load that has them.</param>
internal sealed record LoadReport(int Cores, int People, int Seconds, int Members, int Solves, IReadOnlyList<LoadLine> Loads, IReadOnlyList<ResponderCost> Costs)
{
    public string ToJson() => JsonSerializer.Serialize(this, Report.Json);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores, {People} people, {Seconds} s per load, {Members} members, {Solves} dry runs of teams while solving; ack in ms as the emulator measured it");
        table.AppendLine($"{"responder",-12}{"load",-16}{"count",9}{"p50",9}{"p95",9}{"p99",9}{"max",9}{"per s",9}{"failed",8}{"KB/interaction",16}");
        foreach (var l in Loads)
        {
            table.AppendLine($"{l.Responder,-12}{l.Load,-16}{l.Ack.Count,9}{l.Ack.P50,9:F2}{l.Ack.P95,9:F2}{l.Ack.P99,9:F2}{l.Ack.Max,9:F2}{l.PerSecond,9:F0}{l.Failed,8}{l.AllocatedKbPerInteraction,16:F1}");
        }

        table.AppendLine();
        table.AppendLine($"{"responder",-12}{"process",-14}{"resident MB",12}{"peak MB",10}{"CPU ms/int.",13}{"own KB/int.",13}");
        foreach (var c in Costs)
        {
            table.AppendLine($"{c.Responder,-12}{(c.OwnProcess ? "its own" : "emulator's"),-14}{c.ResidentMb,12:F1}{c.PeakResidentMb,10:F1}{c.CpuMsPerInteraction,13:F3}{c.AllocatedKbPerInteraction,13:F1}");
        }

        return table.ToString();
    }
}
