using System.Diagnostics;
using System.Text.Json;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Benchmarks;

/// <summary>Starts the published bot again and again against one emulator, and times it from process start to its first answer.</summary>
internal sealed class StartupBenchmark(int runs, int members, string botFolder)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public async Task<StartupReport> RunAsync(CancellationToken ct)
    {
        await using var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { Members = members, ListAllMembers = true, Page = false, Seed = 1 }, null, ct);

        // The first start has no database and no published command; the emulator keeps both for the later ones.
        var first = await StartOnceAsync(sandbox, ct);
        var later = new List<StartupRun>();
        for (var i = 0; i < runs; i++)
        {
            later.Add(await StartOnceAsync(sandbox, ct));
        }

        return StartupReport.Of(members, first, later);
    }

    private async Task<StartupRun> StartOnceAsync(SandboxHost sandbox, CancellationToken ct)
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
        return new StartupRun(Math.Round(ready.TotalMilliseconds), Math.Round(answered.TotalMilliseconds), used.ResidentMb);
    }
}
