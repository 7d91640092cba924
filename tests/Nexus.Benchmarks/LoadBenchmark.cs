using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Nexus.Bot;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;

namespace Nexus.Benchmarks;

/// <summary>
/// People run <c>/topic lookup</c> against the real bot, then against a bare responder on the same machine in the same run:
/// paced (one every 10 ms), back to back (everybody again as soon as answered), and 200 at once. The bot also paced while it solves:
/// a mentor has dry runs made of teams of everybody, one after another.
/// </summary>
internal sealed class LoadBenchmark(int people, int seconds, int members, string? botFolder)
{
    private const int Burst = 200;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);
    private static readonly JsonElement[] Queries =
        [.. new[] { "drf", "docker", "celery", "redis", "jwt", "graphql", "postgres", "rest" }.Select(query => JsonSerializer.SerializeToElement(new { query }))];

    private const string Bot = "Nexus";

    private int _solves;
    private readonly List<LoadLine> _loads = [];
    private readonly List<ResponderCost> _costs = [];

    public async Task<LoadReport> RunAsync(CancellationToken ct)
    {
        await MeasureBarePongAsync(ct);
        await (botFolder is null ? MeasureBotInsideAsync(ct) : MeasureBotApartAsync(botFolder, ct));
        return new LoadReport(Environment.ProcessorCount, people, seconds, members, _solves, _loads, _costs);
    }

    private async Task MeasureBarePongAsync(CancellationToken ct)
    {
        await using var sandbox = await StartSandboxAsync(null, ct);
        var connection = sandbox.Connection();
        await using var pong = await BarePong.StartAsync(connection.ApiBase, connection.Token, connection.ApplicationId.ToString(), ct);
        await MeasureAsync("bare pong", sandbox, text => text == "pong", ownProcess: false, _ => Task.FromResult(ProcessCounters.OfThisProcess()), ct);
    }

    private async Task MeasureBotInsideAsync(CancellationToken ct)
    {
        await using var sandbox = await StartSandboxAsync(
            connection => NexusBot.Build([], host => host.Configuration.AddInMemoryCollection(BotSettings.Of(connection)), connection.Clock), ct);
        await sandbox.UntilCommandIsOfferedAsync("topic", ct);
        await MeasureAsync(Bot, sandbox, IsCard, ownProcess: false, _ => Task.FromResult(ProcessCounters.OfThisProcess()), ct);
    }

    private async Task MeasureBotApartAsync(string folder, CancellationToken ct)
    {
        await using var sandbox = await StartSandboxAsync(null, ct);
        await using var bot = BotProcess.Start(folder, BotSettings.Of(sandbox.Connection()), counted: true);
        await sandbox.UntilCommandIsOfferedAsync("topic", ct);
        await MeasureAsync(Bot, sandbox, IsCard, ownProcess: true, token => bot.ReadAsync(counted: true, token), ct);
    }

    private async Task<SandboxHost> StartSandboxAsync(Func<BotConnection, IHost>? bot, CancellationToken ct) =>
        await SandboxHost.StartAsync(
            new SandboxOptions { Members = Math.Max(members, Math.Max(people, Burst) + 20), RateLimits = false, Page = false, Seed = 1 }, bot, ct);

    private async Task MeasureAsync(
        string responder, SandboxHost sandbox, Func<string, bool> answers, bool ownProcess, Func<CancellationToken, Task<ProcessCounters>> read, CancellationToken ct)
    {
        var names = sandbox.People(Math.Max(people, Burst));
        await BackToBackAsync(sandbox, names, TimeSpan.FromSeconds(Math.Min(3, seconds)), ct);

        var before = await read(ct);
        var count = 0;
        List<(string Load, Func<Task<IReadOnlyCollection<Outcome>>> Run)> loads =
        [
            ("paced", () => PacedAsync(sandbox, names, ct)),
            ("back to back", () => BackToBackAsync(sandbox, names, TimeSpan.FromSeconds(seconds), ct)),
            ("200 at once", () => AtOnceAsync(sandbox, names)),
        ];
        if (responder == Bot)
        {
            loads.Add(("paced, solving", () => SolvingAsync(sandbox, names, ct)));
        }

        foreach (var (load, run) in loads)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var started = Stopwatch.GetTimestamp();
            var outcomes = await run();
            var elapsed = Stopwatch.GetElapsedTime(started);
            var failed = outcomes.Count(o => o.Status is not OutcomeStatus.Replied || o.AckMs is null || !answers(o.Text));
            _loads.Add(new LoadLine(
                responder, load, Latencies.Of(outcomes.Where(o => o.AckMs is not null).Select(o => o.AckMs!.Value)),
                Math.Round(outcomes.Count / elapsed.TotalSeconds), failed, Kb(GC.GetTotalAllocatedBytes() - allocated, outcomes.Count)));
            count += outcomes.Count;
        }

        var after = await read(ct);
        _costs.Add(new ResponderCost(
            responder, ownProcess, after.ResidentMb, after.PeakResidentMb,
            Math.Round((after.Cpu - before.Cpu).TotalMilliseconds / count, 3), Kb(after.AllocatedBytes - before.AllocatedBytes, count)));
    }

    private async Task<IReadOnlyCollection<Outcome>> PacedAsync(SandboxHost sandbox, string[] names, CancellationToken ct)
    {
        var running = new List<Task<Outcome>>();
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        for (var i = 0; i < seconds * 1000 / (int)Pace.TotalMilliseconds && await timer.WaitForNextTickAsync(ct); i++)
        {
            running.Add(LookUpAsync(sandbox, names[i % names.Length], i));
        }

        return await Task.WhenAll(running);
    }

    private async Task<IReadOnlyCollection<Outcome>> BackToBackAsync(SandboxHost sandbox, string[] names, TimeSpan time, CancellationToken ct)
    {
        var outcomes = new ConcurrentBag<Outcome>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, people).Select(person => Task.Run(
            async () =>
            {
                for (var i = person; Stopwatch.GetElapsedTime(started) < time; i++)
                {
                    outcomes.Add(await LookUpAsync(sandbox, names[person], i));
                }
            },
            ct)));
        return outcomes;
    }

    private async Task<IReadOnlyCollection<Outcome>> SolvingAsync(SandboxHost sandbox, string[] names, CancellationToken ct)
    {
        var lookups = PacedAsync(sandbox, names, ct);
        var (mentor, solved) = (sandbox.As("mira"), 0);
        using var poll = new PeriodicTimer(Pace, TimeProvider.System);
        while (!lookups.IsCompleted)
        {
            var card = (await mentor.RunAsync("teams form")).MessageId!.Value;
            await UntilAsync(card, "Nobody hears of anything before you commit");
            await mentor.PressAsync(card, "Dry run");
            await UntilAsync(card, "Seed 1");
            solved++;
        }

        _solves = solved;
        return await lookups;

        async Task UntilAsync(ulong message, string words)
        {
            while (!Text(message).Contains(words, StringComparison.Ordinal))
            {
                await poll.WaitForNextTickAsync(ct);
            }
        }

        string Text(ulong message)
        {
            lock (sandbox.World.Gate)
            {
                return sandbox.World.FindMessage(message) is { } found ? MessageText.Of(found) : "";
            }
        }
    }

    private static async Task<IReadOnlyCollection<Outcome>> AtOnceAsync(SandboxHost sandbox, string[] names) =>
        await Task.WhenAll(names.Take(Burst).Select((name, i) => LookUpAsync(sandbox, name, i)).ToArray());

    /// <summary>A topic's card ends with its place in the hub; an apology or a refusal does not count as an answer.</summary>
    private static bool IsCard(string text) => text.Contains("hub: ", StringComparison.Ordinal);

    private static Task<Outcome> LookUpAsync(SandboxHost sandbox, string who, int i) =>
        sandbox.As(who).CommandAsync("general", "topic lookup", Queries[i % Queries.Length]);

    private static double Kb(long bytes, int count) => count == 0 ? 0 : Math.Round(bytes / 1024.0 / count, 1);
}
