using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nexus.Benchmarks;

/// <summary>Processor time of this thread where the system tells it (Linux), else the clock on the wall.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static bool IsProcessorTime { get; } = OperatingSystem.IsLinux();

    public static double Milliseconds
    {
        get
        {
            if (!IsProcessorTime)
            {
                return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
            }

            _ = GetTime(ThreadClock, out var time);
            return (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
