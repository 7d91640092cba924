using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// The rows that are to be sent. Every step is one conditional update, so two instances, a handler and a job, or a job before and
/// after a crash never both act on a row.
/// </summary>
internal sealed class DeliveryQueue(INexusDbFactory databases, IJobSchedule schedule, TimeProvider clock) : IDisposable
{
    /// <summary>How long a claim holds. Longer than a request may take, shorter than Discord remembers a nonce.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How long a finisher may take, with some to spare.</summary>
    public static readonly TimeSpan FinishLease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly Lazy<bool> _alone = new(() => IsAlone(databases));

    // SQLite has one writer at a time; waiting here blocks no thread, waiting there does.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when somebody has something new to send.</summary>
    public Task Asked => Volatile.Read(ref _asked).Task;

    /// <summary>The channels and persons for whom something can be tried now, the most overdue first.</summary>
    public async Task<IReadOnlyList<Snowflake>> DueLanesAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var abandoned = Abandoned;
        await using var db = databases.Create();
        var waiting = db.AcrossGuilds<Delivery>().Where(row => row.State == DeliveryState.Waiting && row.NextTryAt <= now && row.DueAt <= now);
        var left = db.AcrossGuilds<Delivery>().Where(row => row.State == DeliveryState.Sending && (row.LeaseUntil <= now || row.LeaseUntil < abandoned));
        return await waiting.Concat(left)
            .GroupBy(row => row.LaneId)
            .OrderBy(lane => lane.Min(row => row.NextTryAt))
            .Select(lane => lane.Key)
            .ToListAsync(ct);
    }

    /// <summary>The DM with a person, from an earlier message there: opening one is limited more strictly than writing in it.</summary>
    public async Task<Snowflake?> KnownDmAsync(Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.AcrossGuilds<Delivery>()
            .Where(row => row.LaneId == person && row.State == DeliveryState.Sent)
            .OrderByDescending(row => row.DueAt)
            .Select(row => row.PostedIn)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>What is due in one place and not settled, in the order in which it has to go: from the first, or after a row.</summary>
    public async Task<IReadOnlyList<Delivery>> OpenAsync(Snowflake lane, Delivery? after, int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var open = db.AcrossGuilds<Delivery>()
            .AsNoTracking()
            .Where(row => row.LaneId == lane && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending) && row.DueAt <= now);
        if (after is not null)
        {
            open = open.Where(row => row.DueAt > after.DueAt || (row.DueAt == after.DueAt && row.Id > after.Id));
        }

        return await open.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>Whether somebody is sending it at this moment.</summary>
    public bool IsBeingSent(Delivery row, DateTimeOffset now) =>
        row.State == DeliveryState.Sending && row.LeaseUntil > now && row.LeaseUntil >= Abandoned;

    /// <summary>Takes a row for <see cref="Lease"/>; false when it is not as it was read: somebody else has it, or it was cancelled or moved.</summary>
    public Task<bool> ClaimAsync(Delivery row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = now + Lease;
        return WriteAsync(
            rows => rows.Where(it => it.Id == row.Id && it.State == row.State && it.LaneId == row.LaneId
                && it.DueAt == row.DueAt && it.NextTryAt == row.NextTryAt && it.LeaseUntil == row.LeaseUntil),
            set => set
                .SetProperty(it => it.State, DeliveryState.Sending)
                .SetProperty(it => it.LeaseUntil, lease)
                .SetProperty(it => it.FirstTriedAt, it => it.FirstTriedAt ?? now)
                .SetProperty(it => it.UnsureSince, it => it.UnsureSince ?? now),
            ct);
    }

    public async Task SentAsync(Delivery row, Snowflake channel, Snowflake message, CancellationToken ct)
    {
        // The id tells when Discord took the message, also when it was an earlier try that is found only now.
        var sentAt = message.CreatedAt < row.DueAt ? row.DueAt : message.CreatedAt;
        var (now, finishes) = (clock.GetUtcNow(), row.FinishAt is not null);
        await SettleAsync(
            row,
            set =>
            {
                set.SetProperty(it => it.State, DeliveryState.Sent)
                    .SetProperty(it => it.PostedIn, channel)
                    .SetProperty(it => it.MessageId, message)
                    .SetProperty(it => it.SentAt, sentAt);
                if (finishes)
                {
                    set.SetProperty(it => it.FinishAt, now);
                }
            },
            ct);
        if (finishes)
        {
            schedule.WakeAt<FinishDeliveriesJob>(now);
        }
    }

    /// <summary>It did not work out this time: tries again later, longer apart each time, and gives up after a day.</summary>
    /// <returns>When it is tried again; null when it has been given up.</returns>
    public async Task<DateTimeOffset?> RetryLaterAsync(Delivery row, TimeSpan? atLeast, int code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tries = row.Tries + 1;
        if (now - row.DueAt >= Patience && tries > 1)
        {
            await FailedAsync(row, DeliveryFailure.OutOfReach, code, ct);
            return null;
        }

        var next = now + PauseAfter(tries, atLeast);
        await SettleAsync(row, set => set
            .SetProperty(it => it.State, DeliveryState.Waiting)
            .SetProperty(it => it.NextTryAt, next)
            .SetProperty(it => it.Tries, tries)
            .SetProperty(it => it.FailureCode, code), ct);
        return next;
    }

    /// <summary>What is posted, and whose finisher is due, the most overdue first.</summary>
    public async Task<IReadOnlyList<Delivery>> UnfinishedAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        return await db.AcrossGuilds<Delivery>()
            .AsNoTracking()
            .Where(row => row.State == DeliveryState.Sent && row.FinishAt <= now)
            .OrderBy(row => row.FinishAt)
            .Take(most)
            .ToListAsync(ct);
    }

    /// <summary>Takes a posted row for <see cref="FinishLease"/>; after a crash it is due again then. False when another instance has it.</summary>
    public Task<bool> ClaimFinishAsync(Delivery row, CancellationToken ct)
    {
        var lease = clock.GetUtcNow() + FinishLease;
        return WriteAsync(
            rows => rows.Where(it => it.Id == row.Id && it.State == DeliveryState.Sent && it.FinishAt == row.FinishAt),
            set => set.SetProperty(it => it.FinishAt, lease).SetProperty(it => it.FinishTries, it => it.FinishTries + 1),
            ct);
    }

    public Task FinishedAsync(Delivery row, CancellationToken ct) =>
        WriteAsync(rows => rows.Where(it => it.Id == row.Id), set => set.SetProperty(it => it.FinishAt, (DateTimeOffset?)null), ct);

    /// <summary>The message stands, but what was to follow does not.</summary>
    public Task NotFinishedAsync(Delivery row, DeliveryFailure failure, int code, CancellationToken ct) => WriteAsync(
        rows => rows.Where(it => it.Id == row.Id),
        set => set
            .SetProperty(it => it.FinishAt, (DateTimeOffset?)null)
            .SetProperty(it => it.Failure, failure)
            .SetProperty(it => it.FailureCode, code),
        ct);

    /// <summary>Tries the finisher again later, and gives up a day after the message was sent.</summary>
    public Task FinishLaterAsync(Delivery row, TimeSpan? atLeast, int code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = now + PauseAfter(row.FinishTries + 1, atLeast);
        return now - row.SentAt >= Patience && row.FinishTries > 0
            ? NotFinishedAsync(row, DeliveryFailure.OutOfReach, code, ct)
            : WriteAsync(rows => rows.Where(it => it.Id == row.Id), set => set.SetProperty(it => it.FinishAt, next), ct);
    }

    /// <summary>The first instant at which a posted row needs its finisher.</summary>
    public async Task<DateTimeOffset?> NextFinishAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.AcrossGuilds<Delivery>()
            .Where(row => row.State == DeliveryState.Sent && row.FinishAt != null)
            .MinAsync(row => row.FinishAt, ct);
    }

    /// <summary>It is not sent after all.</summary>
    public Task NotNeededAsync(Delivery row, CancellationToken ct) =>
        SettleAsync(row, set => set.SetProperty(it => it.State, DeliveryState.Cancelled), ct);

    /// <summary>It is due later, and does not hold up what goes to the same place meanwhile.</summary>
    public async Task PutOffAsync(Delivery row, DateTimeOffset until, CancellationToken ct)
    {
        await SettleAsync(row, set => set
            .SetProperty(it => it.State, DeliveryState.Waiting)
            .SetProperty(it => it.DueAt, until)
            .SetProperty(it => it.NextTryAt, until)
            .SetProperty(it => it.UnsureSince, (DateTimeOffset?)null), ct);
        WakeAt(until);
    }

    public Task FailedAsync(Delivery row, DeliveryFailure failure, int code, CancellationToken ct) =>
        SettleAsync(row, set => set
            .SetProperty(it => it.State, DeliveryState.Failed)
            .SetProperty(it => it.Failure, failure)
            .SetProperty(it => it.FailureCode, code), ct);

    /// <summary>It cannot go where it was to go: it goes to its other place now, behind what is due there before it.</summary>
    public async Task FallBackAsync(Delivery row, Snowflake other, DeliveryFailure reason, int code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await SettleAsync(row, set => set
            .SetProperty(it => it.State, DeliveryState.Waiting)
            .SetProperty(it => it.LaneId, other)
            .SetProperty(it => it.FellBack, reason)
            .SetProperty(it => it.FailureCode, code)
            .SetProperty(it => it.UnsureSince, (DateTimeOffset?)null)
            .SetProperty(it => it.NextTryAt, now), ct);
        Ask();
    }

    /// <summary>The place was read: until then no try had arrived there.</summary>
    public Task IsNotThereAsync(Delivery row, DateTimeOffset readAt, CancellationToken ct) =>
        WriteAsync(rows => rows.Where(it => it.Id == row.Id && it.State == DeliveryState.Sending), set => set.SetProperty(it => it.UnsureSince, readAt), ct);

    /// <summary>False when it is being sent, or no longer waits.</summary>
    public Task<bool> SupersededAsync(Delivery row, CancellationToken ct) => WriteAsync(
        rows => rows.Where(it => it.Id == row.Id && it.State == DeliveryState.Waiting && it.DueAt == row.DueAt),
        set => set.SetProperty(it => it.State, DeliveryState.Superseded),
        ct);

    /// <summary>The first instant after another at which a row needs the job.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset after, CancellationToken ct)
    {
        await using var db = databases.Create();
        var waiting = await db.AcrossGuilds<Delivery>()
            .Where(row => row.State == DeliveryState.Waiting && row.NextTryAt > after)
            .MinAsync(row => (DateTimeOffset?)row.NextTryAt, ct);
        var claimed = await db.AcrossGuilds<Delivery>()
            .Where(row => row.State == DeliveryState.Sending && row.LeaseUntil > after)
            .MinAsync(row => row.LeaseUntil, ct);
        return waiting < claimed ? waiting : claimed ?? waiting;
    }

    /// <summary>Call after saving a row that may be the next to be due.</summary>
    public void WakeAt(DateTimeOffset due)
    {
        schedule.WakeAt<SendDueDeliveriesJob>(due);
        Ask();
    }

    public void Dispose() => _writing.Dispose();

    // A job that is at work looks again; Quartz would run it only when it is done.
    private void Ask() =>
        Interlocked.Exchange(ref _asked, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    // An SQLite file serves one process: what was claimed before this one started is in nobody's hands any more.
    private DateTimeOffset Abandoned => _alone.Value ? _startedAt + Lease : DateTimeOffset.UnixEpoch;

    private static bool IsAlone(INexusDbFactory databases)
    {
        using var db = databases.Create();
        return db.Database.IsSqlite();
    }

    private static TimeSpan PauseAfter(int tries, TimeSpan? atLeast)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, 10));
        pause = pause > LongestPause ? LongestPause : pause;
        return atLeast > pause ? atLeast.Value : pause;
    }

    private Task SettleAsync(Delivery row, Action<UpdateSettersBuilder<Delivery>> set, CancellationToken ct) => WriteAsync(
        rows => rows.Where(it => it.Id == row.Id && it.State == DeliveryState.Sending),
        changes =>
        {
            set(changes);
            changes.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null);
        },
        ct);

    private async Task<bool> WriteAsync(Func<IQueryable<Delivery>, IQueryable<Delivery>> which, Action<UpdateSettersBuilder<Delivery>> set, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            await using var db = databases.Create();
            return await which(db.AcrossGuilds<Delivery>()).ExecuteUpdateAsync(set, ct) == 1;
        }
        finally
        {
            _writing.Release();
        }
    }
}
