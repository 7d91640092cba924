using System.Diagnostics;
using System.Text.Json;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Benchmarks;

/// <summary>
/// Starts the published bot again and again against one emulator, and times it from process start to its first answer. Several
/// published bots take turns, each with an emulator of its own, so that what else the machine does falls on all of them.
/// </summary>
internal sealed class StartupBenchmark(int runs, int members, IReadOnlyList<string> botFolders)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>One report for each folder, in their order.</summary>
    public async Task<IReadOnlyList<StartupReport>> RunAsync(CancellationToken ct)
    {
        var sandboxes = new List<SandboxHost>();
        try
        {
            foreach (var _ in botFolders)
            {
                sandboxes.Add(await SandboxHost.StartAsync(
                    new SandboxOptions { Members = members, ListAllMembers = true, Page = false, Seed = 1 }, null, ct));
            }

            // The first start has no database and no published command; the emulator keeps both for the later ones.
            var starts = botFolders.Select(_ => new List<StartupRun>()).ToList();
            for (var i = 0; i <= runs; i++)
            {
                for (var bot = 0; bot < botFolders.Count; bot++)
                {
                    starts[bot].Add(await StartOnceAsync(sandboxes[bot], botFolders[bot], ct));
                }
            }

            return starts.ConvertAll(own => StartupReport.Of(members, own[0], own[1..]));
        }
        finally
        {
            foreach (var sandbox in sandboxes)
            {
                await sandbox.DisposeAsync();
            }
        }
    }

    private static async Task<StartupRun> StartOnceAsync(SandboxHost sandbox, string botFolder, CancellationToken ct)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        var identifies = sandbox.Metrics[Counter.Identifies];
        var started = Stopwatch.GetTimestamp();
        await using var bot = BotProcess.Start(botFolder, BotSettings.Of(sandbox.Connection()), counted: false);
        while (sandbox.Metrics[Counter.Identifies] == identifies)
        {
            await poll.WaitForNextTickAsync(ct);
        }

        var ready = Stopwatch.GetElapsedTime(started);
        await sandbox.UntilCommandIsOfferedAsync("topic", ct);
        var outcome = await sandbox.As("ada").CommandAsync("general", "topic lookup", JsonSerializer.SerializeToElement(new { query = "drf" }));
        var answered = Stopwatch.GetElapsedTime(started) - TimeSpan.FromMilliseconds((outcome.ReplyMs ?? 0) - (outcome.AckMs ?? 0));
        if (outcome.Status != OutcomeStatus.Replied)
        {
            throw new InvalidOperationException($"the bot did not answer after its start: {outcome.Status} {outcome.Error}");
        }

        await Task.Delay(Idle, TimeProvider.System, ct);
        var used = await bot.ReadAsync(counted: false, ct);

        // Killed, not stopped: a session closed in order would be resumed at the next start, without READY.
        bot.Kill();
        return new StartupRun(Math.Round(ready.TotalMilliseconds), Math.Round(answered.TotalMilliseconds), used.Cpu.TotalMilliseconds, used.ResidentMb);
    }
}
