using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// The rows that are to be sent. Every step is one conditional update, so two instances, a handler and a job, or a job before and
/// after a crash never both act on a row.
/// </summary>
internal sealed class DeliveryQueue(INexusDbFactory databases, IJobSchedule schedule, TimeProvider clock)
{
    /// <summary>How long a claim holds. Longer than a request may take, shorter than Discord remembers a nonce.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Rows to send now, in the order in which they are due.</summary>
    public async Task<IReadOnlyList<Delivery>> DueAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        return await db.AcrossGuilds<Delivery>()
            .AsNoTracking()
            .Where(row => (row.State == DeliveryState.Waiting && row.NextTryAt <= now)
                || (row.State == DeliveryState.Sending && row.LeaseUntil <= now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(ct);
    }

    /// <summary>Takes a row for <see cref="Lease"/>; false when somebody else has it, or it was cancelled or moved meanwhile.</summary>
    public async Task<bool> ClaimAsync(Delivery row, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = now + Lease;
        await using var db = databases.Create();
        return await db.AcrossGuilds<Delivery>()
            .Where(it => it.Id == row.Id
                && it.DueAt == row.DueAt
                && ((it.State == DeliveryState.Waiting && it.NextTryAt <= now)
                    || (it.State == DeliveryState.Sending && it.LeaseUntil <= now)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(it => it.State, DeliveryState.Sending)
                    .SetProperty(it => it.LeaseUntil, lease)
                    .SetProperty(it => it.Tries, it => it.Tries + 1)
                    .SetProperty(it => it.FirstTriedAt, it => it.FirstTriedAt ?? now),
                ct) == 1;
    }

    public Task SentAsync(Delivery row, Snowflake message, CancellationToken ct)
    {
        // The id tells when Discord took the message, also when it was an earlier try that is found only now.
        var sentAt = message.CreatedAt < row.DueAt ? row.DueAt : message.CreatedAt;
        return ChangeAsync(row.Id, set => set
            .SetProperty(it => it.State, DeliveryState.Sent)
            .SetProperty(it => it.MessageId, message)
            .SetProperty(it => it.SentAt, sentAt)
            .SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    /// <summary>It did not work out this time: tries again later, longer apart each time, and gives up after a day.</summary>
    public Task RetryLaterAsync(Delivery row, TimeSpan? atLeast, int code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tries = row.Tries + 1;
        if (now - row.DueAt >= Patience && tries > 1)
        {
            return FailedAsync(row, DeliveryFailure.OutOfReach, code, ct);
        }

        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, 10));
        pause = pause > LongestPause ? LongestPause : pause;
        var next = now + (atLeast > pause ? atLeast.Value : pause);
        return ChangeAsync(row.Id, set => set
            .SetProperty(it => it.State, DeliveryState.Waiting)
            .SetProperty(it => it.NextTryAt, next)
            .SetProperty(it => it.FailureCode, code)
            .SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    public Task FailedAsync(Delivery row, DeliveryFailure failure, int code, CancellationToken ct) =>
        ChangeAsync(row.Id, set => set
            .SetProperty(it => it.State, DeliveryState.Failed)
            .SetProperty(it => it.Failure, failure)
            .SetProperty(it => it.FailureCode, code)
            .SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null), ct);

    /// <summary>Asks for the job at the next instant at which a row needs it.</summary>
    public async Task WakeForNextAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        var waiting = await db.AcrossGuilds<Delivery>()
            .Where(row => row.State == DeliveryState.Waiting)
            .MinAsync(row => (DateTimeOffset?)row.NextTryAt, ct);
        var claimed = await db.AcrossGuilds<Delivery>()
            .Where(row => row.State == DeliveryState.Sending)
            .MinAsync(row => row.LeaseUntil, ct);
        if ((waiting < claimed ? waiting : claimed ?? waiting) is { } next)
        {
            WakeAt(next);
        }
    }

    /// <summary>Call after saving a row that may be the next to be due.</summary>
    public void WakeAt(DateTimeOffset due) => schedule.WakeAt<SendDueDeliveriesJob>(due);

    private async Task ChangeAsync(
        long id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Delivery>> set, CancellationToken ct)
    {
        await using var db = databases.Create();
        await db.AcrossGuilds<Delivery>().Where(it => it.Id == id && it.State == DeliveryState.Sending).ExecuteUpdateAsync(set, ct);
    }
}
