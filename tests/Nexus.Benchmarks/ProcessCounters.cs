namespace Nexus.Benchmarks;

/// <summary>What a process has used so far. Allocations are in bytes, memory in MB (10^6 bytes would flatter: these are MiB).</summary>
internal sealed record ProcessCounters(long AllocatedBytes, TimeSpan Cpu, double ResidentMb, double PeakResidentMb)
{
    public static ProcessCounters OfThisProcess() => Read(Environment.ProcessId, GC.GetTotalAllocatedBytes());

    /// <summary>Reads /proc; both figures are 0 where there is none.</summary>
    public static ProcessCounters Read(int processId, long allocatedBytes)
    {
        using var process = System.Diagnostics.Process.GetProcessById(processId);
        return new ProcessCounters(allocatedBytes, process.TotalProcessorTime, StatusMb(processId, "VmRSS:"), StatusMb(processId, "VmHWM:"));
    }

    private static double StatusMb(int processId, string field)
    {
        var status = $"/proc/{processId}/status";
        if (!File.Exists(status))
        {
            return 0;
        }

        var line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal));
        return line is null ? 0 : Math.Round(long.Parse(line.AsSpan(field.Length).Trim().TrimEnd("kB").TrimEnd(), System.Globalization.CultureInfo.InvariantCulture) / 1024.0, 1);
    }
}
