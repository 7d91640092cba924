using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Bot;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Discord;
using Nexus.Sandbox;
using Nexus.Sandbox.Control;
using Nexus.Sandbox.Emulator;

namespace Nexus.Benchmarks;

/// <summary>
/// The published bot delivers under the emulator's true rate limits while people look topics up: first a load below the limits,
/// then many rows that are all due at once.
/// </summary>
internal sealed class DeliveriesBenchmark(int rows, int channels, string botFolder) : IAsyncDisposable
{
    private const int PerChannel = 5, ForAll = 50;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookUpPace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly JsonElement[] Queries =
        [.. new[] { "drf", "docker", "celery", "redis", "jwt", "graphql" }.Select(query => JsonSerializer.SerializeToElement(new { query }))];

    private readonly List<DeliveriesLine> _lines = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("nexus-deliveries-").FullName;

    public async Task<DeliveriesReport> RunAsync(CancellationToken ct)
    {
        var database = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "bot.db")}" };
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddNexusDb(database, DesignTimeDb.Tables).BuildServiceProvider();
        var databases = services.GetRequiredService<INexusDbFactory>();
        await new DatabaseStartup(database, databases, TimeProvider.System, NullLogger<DatabaseStartup>.Instance).PrepareAsync(ct);
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Page = false, Seed = 1, Members = 100, DatabasePath = Path.Combine(_folder, "bot.db") }, null, ct);
        var places = AddChannels(sandbox);
        await using var bot = BotProcess.Start(botFolder, BotSettings.Of(sandbox.Connection()), counted: false);
        await sandbox.UntilCommandIsOfferedAsync("topic", ct);
        using (var warm = new CancellationTokenSource(TimeSpan.FromSeconds(3), TimeProvider.System))
        {
            await LookUpAsync(sandbox, warm.Token);
        }

        // A row is new to the running bot only at its sweep, each minute: what is put there has to be due after the next one.
        await MeasureAsync("below limits", sandbox, databases, places, 600, TimeSpan.FromSeconds(30), ct);
        await MeasureAsync("all at once", sandbox, databases, places, rows, TimeSpan.Zero, ct);
        return new DeliveriesReport(Environment.ProcessorCount, _lines);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task MeasureAsync(
        string load, SandboxHost sandbox, INexusDbFactory databases, IReadOnlyList<ulong> places, int count, TimeSpan over, CancellationToken ct)
    {
        var begin = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(65 + (count / 500));
        var refused = sandbox.Metrics[Counter.RateLimited];
        var due = await PlanAsync(sandbox, databases, places, load, count, begin, over, ct);
        await Task.Delay(begin - TimeProvider.System.GetUtcNow() - TimeSpan.FromMilliseconds(200), TimeProvider.System, ct);

        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lookUps = LookUpAsync(sandbox, done.Token);
        var bound = LowerBound(count, places.Count, over);
        await UntilPostedAsync(sandbox, places, _lines.Sum(line => line.Rows) + count, begin + TimeSpan.FromSeconds(bound) + Patience, ct);
        await done.CancelAsync();
        var outcomes = await lookUps;

        var posted = Posted(sandbox, places, load);
        var titles = posted.SelectMany(channel => channel.Select(message => message.Title)).ToList();
        var sent = posted.SelectMany(channel => channel).ToList();
        _lines.Add(new DeliveriesLine(
            load, count, places.Count,
            Math.Round(sent.Count == 0 ? 0 : (sent.Max(message => message.At) - begin).TotalSeconds, 1), Math.Round(bound, 1),
            Latencies.Of(sent.Select(message => (message.At - due[message.Title]).TotalMilliseconds)),
            sandbox.Metrics[Counter.RateLimited] - refused,
            count - titles.Distinct().Count(), titles.Count - titles.Distinct().Count(),
            posted.Sum(channel => channel.Zip(channel.Skip(1)).Count(pair => string.CompareOrdinal(pair.First.Title, pair.Second.Title) > 0)),
            Latencies.Of(outcomes.Where(outcome => outcome.AckMs is not null).Select(outcome => outcome.AckMs!.Value)),
            outcomes.Count(outcome => outcome.Status != OutcomeStatus.Replied)));
    }

    /// <summary>The last message of a channel may go when the windows before it are over; so may the last of all.</summary>
    private static double LowerBound(int count, int channels, TimeSpan over) => Math.Max(
        over.TotalSeconds,
        Math.Max(
            (Math.Ceiling(Math.Ceiling((double)count / channels) / PerChannel) - 1) * Window.TotalSeconds,
            Math.Ceiling((double)count / ForAll) - 1));

    private List<ulong> AddChannels(SandboxHost sandbox)
    {
        lock (sandbox.World.Gate)
        {
            var added = new List<ulong>();
            for (var i = 0; i < channels; i++)
            {
                var channel = new Channel(sandbox.World.Ids.Next(), ChannelType.Text, sandbox.World.Guild.Id) { Name = string.Create(CultureInfo.InvariantCulture, $"place-{i}") };
                sandbox.World.Guild.Channels.Add(channel.Id, channel);
                added.Add(channel.Id);
            }

            return added;
        }
    }

    private static async Task<Dictionary<string, DateTimeOffset>> PlanAsync(
        SandboxHost sandbox, INexusDbFactory databases, IReadOnlyList<ulong> places, string load, int count, DateTimeOffset begin, TimeSpan over, CancellationToken ct)
    {
        var guild = new Snowflake(sandbox.World.Guild.Id);
        await using var db = databases.Create();
        var planned = Enumerable.Range(0, count).Select(i =>
        {
            var announcement = new Announcement
            {
                GuildId = guild, AuthorId = new Snowflake(201), OwnerId = new Snowflake(201), ChannelId = new Snowflake(places[i % places.Count]), DueAt = begin + (over * i / count), CreatedAt = begin,
            };
            announcement.Write(string.Create(CultureInfo.InvariantCulture, $"{load} {i:00000}"), "Reminder: push your branch before the review.");
            return announcement;
        }).ToList();
        db.AddRange(planned);
        await db.SaveChangesAsync(ct);
        db.AddRange(planned.Select(it => Delivery.Plan(guild, Announcement.DeliveryKind, it.Id, DeliveryTarget.In(it.ChannelId), it.DueAt!.Value)));
        await db.SaveChangesAsync(ct);
        return planned.ToDictionary(it => "## " + it.Title, it => it.DueAt!.Value);
    }

    /// <param name="count">Of all messages, those of earlier loads too.</param>
    private static async Task UntilPostedAsync(SandboxHost sandbox, IReadOnlyList<ulong> places, int count, DateTimeOffset until, CancellationToken ct)
    {
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        while (TimeProvider.System.GetUtcNow() < until && Count() < count)
        {
            await poll.WaitForNextTickAsync(ct);
        }

        int Count()
        {
            lock (sandbox.World.Gate)
            {
                return places.Sum(id => sandbox.World.Guild.Channels[id].Messages.Count);
            }
        }
    }

    private static List<List<(string Title, DateTimeOffset At)>> Posted(SandboxHost sandbox, IReadOnlyList<ulong> places, string load)
    {
        lock (sandbox.World.Gate)
        {
            return [.. places.Select(id => sandbox.World.Guild.Channels[id].Messages
                .Select(message => (Title: MessageText.Of(message).Split('\n')[0], At: message.Timestamp))
                .Where(message => message.Title.StartsWith("## " + load, StringComparison.Ordinal))
                .ToList())];
        }
    }

    private static async Task<IReadOnlyCollection<Outcome>> LookUpAsync(SandboxHost sandbox, CancellationToken ct)
    {
        var names = sandbox.People(50);
        var running = new ConcurrentBag<Task<Outcome>>();
        using var timer = new PeriodicTimer(LookUpPace, TimeProvider.System);
        try
        {
            for (var i = 0; await timer.WaitForNextTickAsync(ct); i++)
            {
                running.Add(sandbox.As(names[i % names.Length]).CommandAsync("general", "topic lookup", Queries[i % Queries.Length]));
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }

        return await Task.WhenAll(running);
    }
}
