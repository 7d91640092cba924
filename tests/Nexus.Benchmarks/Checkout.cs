using System.Diagnostics;

namespace Nexus.Benchmarks;

/// <summary>The source tree this was built from, and the bot published from it as the container image has it.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Publishes the bot with ReadyToRun into a new folder; the caller deletes it.</summary>
    public static async Task<string> PublishBotAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("nexus-bot-").FullName;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Root, RedirectStandardOutput = true };
        foreach (var argument in new[]
                 {
                     "publish", "src/Nexus.Bot", "-c", "Release", "--use-current-runtime", "--no-self-contained",
                     "-p:PublishReadyToRun=true", "-o", folder, "--nologo", "-v", "q",
                 })
        {
            start.ArgumentList.Add(argument);
        }

        using var publish = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var said = await publish.StandardOutput.ReadToEndAsync(ct);
        await publish.WaitForExitAsync(ct);
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException("dotnet publish failed:\n" + said);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nexus.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Nexus.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
