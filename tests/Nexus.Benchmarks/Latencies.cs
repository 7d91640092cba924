namespace Nexus.Benchmarks;

/// <summary>Exact percentiles (nearest rank) of every sample, in milliseconds.</summary>
internal sealed record Latencies(int Count, double P50, double P95, double P99, double Max)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.ToArray();
        Array.Sort(sorted);
        return new Latencies(sorted.Length, Rank(sorted, 50), Rank(sorted, 95), Rank(sorted, 99), sorted.Length == 0 ? 0 : Math.Round(sorted[^1], 3));
    }

    private static double Rank(double[] sorted, int percent) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * percent / 100.0) - 1)], 3);
}
