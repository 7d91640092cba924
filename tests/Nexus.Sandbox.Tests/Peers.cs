using System.Diagnostics;
using System.Text;

namespace Nexus.Sandbox.Tests;

/// <summary>Programs in tests/peers that are not ours: what they need, and how they are run.</summary>
internal static class Peers
{
    /// <summary>tests/peers of this checkout, or null when the tests were moved away from it.</summary>
    public static string? Folder { get; } = FindFolder();

    public static string? Node { get; } = OnPath("node");

    public static string? Chromium { get; } = OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>Why a script in tests/peers can not run here, or null.</summary>
    public static string? Missing(bool browser) => (Folder, Node) switch
    {
        (null, _) => "tests/peers is not above the test's folder",
        (_, null) => "node is not installed",
        _ when !Directory.Exists(Path.Combine(Folder!, "node_modules")) => "run 'npm ci' in tests/peers first",
        _ when browser && Chromium is null => "Chromium is not installed",
        _ => null,
    };

    /// <summary>Runs a script to its end and gives its exit code and all that it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Node!) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        var output = new StringBuilder();
        void Note(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5), TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lock (output)
            {
                return (-1, output.Append("did not end within five minutes").ToString());
            }
        }

        lock (output)
        {
            return (process.ExitCode, output.ToString());
        }
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nexus.sln")))
            {
                return Path.Combine(folder.FullName, "tests", "peers");
            }
        }

        return null;
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
