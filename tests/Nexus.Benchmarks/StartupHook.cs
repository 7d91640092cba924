using System.Globalization;
using System.IO.Pipes;
using System.Text;

/// <summary>
/// Runs inside the bot's process when DOTNET_STARTUP_HOOKS names this assembly, and tells the benchmark over a pipe how
/// many bytes that process has allocated. Name, namespace and signature are the runtime's:
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal sealed class StartupHook
{
    public const string PipeVariable = "NEXUS_BENCHMARK_PIPE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PipeVariable) is { Length: > 0 } pipe)
        {
            new Thread(() => Answer(pipe)) { IsBackground = true, Name = "benchmark counters" }.Start();
        }
    }

    private static void Answer(string name)
    {
        while (true)
        {
            using var pipe = new NamedPipeServerStream(name, PipeDirection.Out, 1);
            pipe.WaitForConnection();
            var line = string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalAllocatedBytes()} {GC.CollectionCount(0)} {GC.CollectionCount(2)}\n");
            pipe.Write(Encoding.ASCII.GetBytes(line));
        }
    }
}
