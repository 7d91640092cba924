using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;

namespace Nexus.Benchmarks;

/// <summary>The published bot as a process of its own, so that its memory, processor time and allocations are its alone.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _pipe;

    private BotProcess(Process process, string pipe)
    {
        _process = process;
        _pipe = pipe;
    }

    public int Id => _process.Id;

    /// <param name="folder">Where Nexus.Bot.dll was published.</param>
    /// <param name="settings">The bot's configuration, as <c>Section:Key</c>.</param>
    /// <param name="counted">Loads the hook that reports allocations; leave it out when timing the start.</param>
    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string?> settings, bool counted)
    {
        var pipe = $"nexus-{Guid.NewGuid():N}";
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(folder, "Nexus.Bot.dll") },
            Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["DOTNET_EnableDiagnostics"] = "0" },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        if (counted)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            start.Environment[StartupHook.PipeVariable] = pipe;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
            {
                Console.Error.WriteLine("bot: " + said);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new BotProcess(process, pipe);
    }

    public async Task<ProcessCounters> ReadAsync(bool counted, CancellationToken ct)
    {
        if (!counted)
        {
            return ProcessCounters.Read(Id, 0);
        }

        await using var pipe = new NamedPipeClientStream(".", _pipe, PipeDirection.In, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(ct);
        using var reader = new StreamReader(pipe);
        var allocated = (await reader.ReadLineAsync(ct) ?? "0").Split(' ')[0];
        return ProcessCounters.Read(Id, long.Parse(allocated, CultureInfo.InvariantCulture));
    }

    public void Kill() => _process.Kill();

    /// <summary>Stops it as an operator would (SIGTERM), and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15), TimeProvider.System);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }
}
