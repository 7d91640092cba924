using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>The queue alone, with notes to deliver. It is Monday 23 November 2026, 09:00 UTC.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    public static Snowflake Board { get; } = new(40);
    public static Snowflake Hall { get; } = new(41);
    public static Snowflake Ada { get; } = new(101);

    public DeliveryWorld()
    {
        Slice = new SliceWorld(DeliveriesSlice.Declare, AddSources);
        Channel = new ChannelOnDiscord(Slice);
    }

    public SliceWorld Slice { get; }

    public ChannelOnDiscord Channel { get; }

    public Bell Bells { get; } = new();

    public Pins Pinned { get; } = new();

    public DateTimeOffset Now => Slice.Clock.GetUtcNow();

    /// <summary>A note that is due so many seconds from now.</summary>
    public async Task<Delivery> PlanAsync(long number, DeliveryTarget target, double inSeconds = 0, string kind = Notes.Name, bool finishes = false)
    {
        var row = Delivery.Plan(Interactions.Guild, kind, number, target, Now.AddSeconds(inSeconds));
        row.FinishAt = finishes ? row.DueAt : null;
        await using var db = Slice.Db();
        db.Add(row);
        await db.SaveChangesAsync();
        Slice.Services.GetRequiredService<DeliveryQueue>().WakeAt(row.DueAt);
        return row;
    }

    public Task<Delivery> PlanAsync(long number, double inSeconds = 0) => PlanAsync(number, DeliveryTarget.In(Board), inSeconds);

    /// <summary>Time passes, and the job runs as it would be woken.</summary>
    public async Task PassAsync(double seconds)
    {
        Slice.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await SendDueAsync();
    }

    /// <summary>Time passes, and the job that finishes what is posted runs.</summary>
    public Task FinishAsync(double afterSeconds = 0)
    {
        Slice.Clock.Advance(TimeSpan.FromSeconds(afterSeconds));
        return Slice.RunJobAsync<FinishDeliveriesJob>();
    }

    public Task SendDueAsync() => Slice.RunJobAsync<SendDueDeliveriesJob>();

    /// <summary>The same, but the program dies in the middle when a fault says so.</summary>
    public async Task SendDueUntilCrashAsync()
    {
        try
        {
            await SendDueAsync();
        }
        catch (ChannelOnDiscord.Crash)
        {
            // The next run knows only what is in the database.
        }
    }

    /// <summary>The services of a program that was started anew on the same database.</summary>
    public ServiceProvider Restarted()
    {
        var services = new ServiceCollection();
        DeliveriesSlice.Declare(new SliceBuilder(services));
        services.AddLogging().AddMetrics().AddSingleton<InteractionMetrics>();
        services.AddSingleton<TimeProvider>(Slice.Clock).AddSingleton(Slice.Discord.Object).AddSingleton<IJobSchedule>(Slice.Schedule);
        services.AddSingleton(Slice.Services.GetRequiredService<INexusDbFactory>());
        AddSources(services);
        return services.BuildServiceProvider();
    }

    /// <summary>When the job asked to run again.</summary>
    public DateTimeOffset NextWakeUp => Slice.Schedule.WakeUps[^1].At;

    public async Task<Delivery> RowAsync(long number)
    {
        await using var db = Slice.Db();
        return await db.AcrossGuilds<Delivery>().AsNoTracking().OrderBy(row => row.Occurrence).LastAsync(row => row.SubjectId == number);
    }

    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        await using var db = Slice.Db();
        var rows = await db.AcrossGuilds<Delivery>().AsNoTracking().OrderBy(row => row.SubjectId).ThenBy(row => row.Occurrence).ToListAsync();
        return [.. rows.Select(row => $"{row.SubjectId}.{row.Occurrence} {row.State}")];
    }

    public ValueTask DisposeAsync() => Slice.DisposeAsync();

    private void AddSources(IServiceCollection services) => services
        .AddSingleton<IDeliverySource, Notes>()
        .AddSingleton<IDeliverySource>(_ => Bells)
        .AddSingleton<IDeliveryFinisher>(_ => Pinned);

    private static DeliveryContent Say(string what, Delivery delivery, TimeSpan? lateBy) => new(new Container(
        [new TextDisplay(what + (lateBy is { } late ? $", {late.TotalMinutes:0} min late" : "") + (delivery.FellBack is { } why ? $", here because of {why}" : ""))]));

    /// <summary>Says which note it is; note 404 is gone.</summary>
    private sealed class Notes : IDeliverySource
    {
        public const string Name = "note";

        public string Kind => Name;

        public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
            Task.FromResult(delivery.SubjectId == 404 ? null : Say($"note {delivery.SubjectId}", delivery, lateBy));
    }

    /// <summary>Rings every day at the same time, as often as it is told.</summary>
    internal sealed class Bell : IRecurringDeliverySource
    {
        public const string Name = "bell";

        public int Last { get; set; } = int.MaxValue;

        public string Kind => Name;

        public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
            Task.FromResult<DeliveryContent?>(Say($"bell {delivery.Occurrence}", delivery, lateBy));

        public Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
            Task.FromResult(Enumerable.Range(delivery.Occurrence + 1, Math.Min(Last - delivery.Occurrence, 1_000))
                .Select(number => delivery.DueAt.AddDays(number - delivery.Occurrence)));
    }

    /// <summary>Pins what is posted, or fails as it is told.</summary>
    internal sealed class Pins : IDeliveryFinisher
    {
        public string Kind => Notes.Name;

        public List<string> Done { get; } = [];

        public int Calls { get; private set; }

        public Queue<Exception> Faults { get; } = new();

        /// <summary>Runs in the middle of the work.</summary>
        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public async Task FinishAsync(NexusDb db, Delivery delivery, CancellationToken ct)
        {
            Calls++;
            await Meanwhile();
            if (Faults.TryDequeue(out var fault))
            {
                throw fault;
            }

            Done.Add($"note {delivery.SubjectId} pinned in {delivery.PostedIn}");
        }
    }
}
