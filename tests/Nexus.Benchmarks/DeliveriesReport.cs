using System.Text;
using System.Text.Json;

namespace Nexus.Benchmarks;

/// <summary>One batch of deliveries. Lateness in ms is from when a message was due to when the emulator had it.</summary>
/// <param name="Seconds">From the first due instant to the last message.</param>
/// <param name="LowerBound">What the emulator's limits allow at best: 5 in 5 s for each channel, 50 a second for all.</param>
/// <param name="Refused">Answers 429.</param>
/// <param name="LookUp">Acknowledgement of <c>/topic lookup</c> meanwhile, in ms.</param>
internal sealed record DeliveriesLine(
    string Load, int Rows, int Channels, double Seconds, double LowerBound, Latencies Lateness, long Refused, int Missing, int Doubled, int OutOfOrder, Latencies LookUp, int LookUpsFailed);

internal sealed record DeliveriesReport(int Cores, IReadOnlyList<DeliveriesLine> Lines)
{
    public string ToJson() => JsonSerializer.Serialize(this, Report.Json);

    public string ToTable()
    {
        var table = new StringBuilder();
        table.AppendLine($"{Cores} cores; lateness and /topic lookup in ms as the emulator measured them");
        table.AppendLine($"{"load",-14}{"rows",8}{"channels",10}{"seconds",10}{"bound",9}{"over",8}{"late p50",10}{"late p99",10}{"429s",6}{"missing",9}{"doubled",9}{"order",7}{"lookups",9}{"p50",8}{"p99",8}{"failed",8}");
        foreach (var l in Lines)
        {
            var over = l.LowerBound > 0 ? (l.Seconds / l.LowerBound) - 1 : 0;
            table.AppendLine(
                $"{l.Load,-14}{l.Rows,8}{l.Channels,10}{l.Seconds,10:F1}{l.LowerBound,9:F1}{over,8:P1}{l.Lateness.P50,10:F0}{l.Lateness.P99,10:F0}{l.Refused,6}{l.Missing,9}{l.Doubled,9}"
                + $"{l.OutOfOrder,7}{l.LookUp.Count,9}{l.LookUp.P50,8:F2}{l.LookUp.P99,8:F2}{l.LookUpsFailed,8}");
        }

        return table.ToString();
    }
}
