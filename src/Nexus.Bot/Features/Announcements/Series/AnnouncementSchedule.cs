using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>
/// Keeps the queue in step with what an announcement says: the next time it goes out is one waiting delivery, or none while it is
/// held back. Past deliveries stay as they are.
/// </summary>
internal sealed class AnnouncementSchedule(
    NexusDb db, DeliveryQueue queue, AnnouncementNotices notices, GuildConfigurations configurations, IJobSchedule jobs, TimeProvider clock)
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(30);

    /// <summary>Makes a draft a promise, or takes up what was changed in one: saves it, plans it, and hands it in first where that is required.</summary>
    /// <param name="by">Who wants it so; another mentor has to approve it.</param>
    /// <param name="isForApproval">False for a change that nobody has to approve.</param>
    public async Task<PlanResult> PlanAsync(Announcement announcement, Snowflake by, CancellationToken ct, bool isForApproval = true)
    {
        if (announcement.CancelledAt is not null)
        {
            return new PlanResult(PlanState.TooLate);
        }

        if (announcement.AwaitsApproval && !db.ChangeTracker.HasChanges())
        {
            return new PlanResult(PlanState.HandedIn); // pressed twice
        }

        var configuration = await configurations.OfAsync(announcement.GuildId, ct);
        if (!configuration.AnnouncementsNeedApproval)
        {
            (announcement.SubmittedAt, announcement.SentBackReason) = (null, null);
        }

        return await TogetherAsync(
            () => configuration.AnnouncementsNeedApproval && isForApproval ? HandInAsync(announcement, by, ct) : MakeAsync(announcement, configuration, null, ct), ct);
    }

    /// <summary>Takes everything that waits out of the queue.</summary>
    public async Task<CancelResult> CancelAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var mayStand = await Waiting(announcement).AnyAsync(it => it.UnsureSince != null, ct);
        if (announcement.CancelledAt is not null || (await StopAsync(announcement, ct) == 0 && !announcement.IsHeldBack))
        {
            return CancelResult.TooLate;
        }

        var now = clock.GetUtcNow();
        announcement.CancelledAt = now;
        await db.In<Announcement>(announcement.GuildId).Where(it => it.Id == announcement.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.CancelledAt, now), ct); // lists hand in rows that are not tracked
        await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "cancelled", ct);
        await together.CommitAsync(ct);
        notices.Wake();
        WakeEvents();
        return mayStand ? CancelResult.MayStand : CancelResult.Cancelled;
    }

    /// <summary>Takes a cancellation back; false when it is not cancelled, or its time has passed.</summary>
    public async Task<bool> RestoreAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(announcement.GuildId, ct);
        var now = clock.GetUtcNow();
        if (announcement.CancelledAt is null || !SeriesTimes.Next(announcement, configuration, now, 1).Any(due => due > now))
        {
            return false;
        }

        announcement.CancelledAt = null;
        var result = await TogetherAsync(
            async () =>
            {
                await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "brought back", ct);
                return await MakeAsync(announcement, configuration, now, ct);
            },
            ct);
        return result.State is PlanState.Coming or PlanState.Paused or PlanState.HandedIn;
    }

    /// <summary>False when it is paused already, or nothing is coming.</summary>
    public async Task<bool> PauseAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        if (announcement.PausedAt is not null || announcement.Repeats is null || await StopAsync(announcement, ct) == 0)
        {
            return false;
        }

        announcement.PausedAt = clock.GetUtcNow();
        await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "paused", ct);
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        notices.Wake();
        return true;
    }

    /// <summary>Plans the next time from now on; what was missed meanwhile is not made up for.</summary>
    public async Task<PlanResult> ResumeAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(announcement.GuildId, ct);
        announcement.PausedAt = null;
        return await TogetherAsync(
            async () =>
            {
                await notices.ToLogAsync(announcement, NoticeAbout.Done, by, "resumed", ct);
                return await MakeAsync(announcement, configuration, clock.GetUtcNow(), ct);
            },
            ct);
    }

    /// <summary>The next times of a repetition, with the days they stand for.</summary>
    public async Task<IReadOnlyList<SeriesTime>> NextAsync(Announcement announcement, int many, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var quiet = SeriesTimes.QuietFor(announcement, await configurations.OfAsync(announcement.GuildId, ct));
        return announcement.Repeats is { } repeats
            ? [.. SeriesTimes.Days(repeats, quiet, await HandledAsync(announcement, now, ct), now).Take(many)]
            : [];
    }

    /// <summary>Saves changed dates of one that nobody has to approve again.</summary>
    public async Task<PlanResult> KeepAsync(Announcement announcement, Snowflake by, string done, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(announcement.GuildId, ct);
        return await TogetherAsync(
            async () =>
            {
                await notices.ToLogAsync(announcement, NoticeAbout.Done, by, done, ct);
                return await MakeAsync(announcement, configuration, null, ct);
            },
            ct);
    }

    /// <summary>Plans one that was approved in the same transaction.</summary>
    public async Task<PlanResult> MakeAsync(Announcement announcement, CancellationToken ct) =>
        await MakeAsync(announcement, await configurations.OfAsync(announcement.GuildId, ct), null, ct);

    /// <summary>After the transaction: the queue looks at what is new.</summary>
    public void Wake(PlanResult result)
    {
        notices.Wake();
        WakeEvents();
        if (result.DueAt is { } due)
        {
            queue.WakeAt(due);
        }
    }

    /// <summary>Its scheduled event is seen to at once rather than in the next sweep.</summary>
    public void WakeEvents() => jobs.WakeAt<SyncEventsJob>(clock.GetUtcNow());

    private async Task<PlanResult> TogetherAsync(Func<Task<PlanResult>> work, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var result = await work();
        if (result.State == PlanState.TooLate)
        {
            return result;
        }

        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        Wake(result);
        return result;
    }

    private async Task<PlanResult> HandInAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        var last = await LastAsync(announcement, ct);
        if (await StopAsync(announcement, ct) == 0 && announcement.Repeats is null && last is not (null or DeliveryState.Cancelled))
        {
            return new PlanResult(PlanState.TooLate);
        }

        // Of several changes in a row only the last makes a card in the log.
        var wait = announcement.SubmittedAt is null ? TimeSpan.Zero : Settles;
        var now = clock.GetUtcNow();
        var earlier = announcement.SubmittedAt + TimeSpan.FromMilliseconds(1);
        (announcement.SubmittedAt, announcement.SubmittedBy) = (earlier > now ? earlier : now, by); // each has a stamp of its own
        (announcement.ApprovedBy, announcement.SentBackReason) = (null, null);
        await notices.ToLogAsync(announcement, NoticeAbout.HandedIn, by, null, ct, wait);
        return new PlanResult(PlanState.HandedIn);
    }

    /// <param name="from">Nothing is made up for that was due up to here; null goes on from the last that was dealt with.</param>
    private async Task<PlanResult> MakeAsync(Announcement announcement, GuildConfiguration configuration, DateTimeOffset? from, CancellationToken ct)
    {
        if (announcement.IsHeldBack)
        {
            return new PlanResult(announcement.PausedAt is not null ? PlanState.Paused : PlanState.HandedIn);
        }

        var quiet = SeriesTimes.QuietFor(announcement, configuration);
        return announcement.Repeats is null ? await OnceAsync(announcement, quiet, ct) : await AgainAsync(announcement, quiet, from, ct);
    }

    private async Task<PlanResult> OnceAsync(Announcement announcement, QuietHours? quiet, CancellationToken ct)
    {
        var due = announcement.DueAt ?? clock.GetUtcNow();
        due = quiet?.Wait(due) ?? due;
        if (await LastAsync(announcement, ct) is null or DeliveryState.Cancelled)
        {
            return await AddAsync(announcement, due, ct);
        }

        return await MoveAsync(announcement, Waiting(announcement), due, ct)
            ? new PlanResult(PlanState.Coming, due)
            : new PlanResult(PlanState.TooLate);
    }

    private async Task<PlanResult> AgainAsync(Announcement announcement, QuietHours? quiet, DateTimeOffset? from, CancellationToken ct)
    {
        // One that is overdue and tried again stays as it is: the next one is what changes.
        var now = clock.GetUtcNow();
        var ahead = Waiting(announcement).Where(it => it.DueAt > now);
        var handled = from ?? await HandledAsync(announcement, now, ct);
        if (SeriesTimes.Coming(announcement.Repeats!, quiet, handled, now).Select(due => (DateTimeOffset?)due).FirstOrDefault() is not { } next)
        {
            await ahead.ExecuteUpdateAsync(set => set.SetProperty(it => it.State, DeliveryState.Cancelled), ct);
            return new PlanResult(PlanState.Over);
        }

        return await MoveAsync(announcement, ahead, next, ct) ? new PlanResult(PlanState.Coming, next) : await AddAsync(announcement, next, ct);
    }

    private async Task<DateTimeOffset> HandledAsync(Announcement announcement, DateTimeOffset now, CancellationToken ct) =>
        await Rows(announcement)
            .Where(it => it.State != DeliveryState.Cancelled && (it.State != DeliveryState.Waiting || it.DueAt <= now))
            .MaxAsync(it => (DateTimeOffset?)it.DueAt, ct) ?? DateTimeOffset.MinValue;

    private async Task<PlanResult> AddAsync(Announcement announcement, DateTimeOffset due, CancellationToken ct)
    {
        var number = await Rows(announcement).MaxAsync(it => (int?)it.Occurrence, ct) + 1 ?? 0;
        var delivery = Delivery.Plan(
            announcement.GuildId, Announcement.DeliveryKind, announcement.Id, DeliveryTarget.In(announcement.ChannelId), due, number);
        delivery.FinishAt = FinishAt(announcement, due);
        db.Add(delivery);
        return new PlanResult(PlanState.Coming, due);
    }

    private static async Task<bool> MoveAsync(Announcement announcement, IQueryable<Delivery> rows, DateTimeOffset due, CancellationToken ct)
    {
        var (channel, finish) = (announcement.ChannelId, FinishAt(announcement, due));
        return await rows.ExecuteUpdateAsync(
            set => set
                .SetProperty(it => it.DueAt, due)
                .SetProperty(it => it.NextTryAt, due)
                .SetProperty(it => it.ChannelId, channel)
                .SetProperty(it => it.LaneId, channel)
                .SetProperty(it => it.FinishAt, finish),
            ct) > 0;
    }

    private static DateTimeOffset? FinishAt(Announcement announcement, DateTimeOffset due) =>
        announcement.OpensThread || announcement.IsCrossposted || announcement.CorrectsId is not null ? due : null;

    private async Task<int> StopAsync(Announcement announcement, CancellationToken ct)
    {
        var stopped = await Waiting(announcement).ExecuteUpdateAsync(set => set.SetProperty(it => it.State, DeliveryState.Cancelled), ct);
        db.HasSaved |= stopped > 0;
        return stopped;
    }

    private Task<DeliveryState?> LastAsync(Announcement announcement, CancellationToken ct) =>
        Rows(announcement).OrderByDescending(it => it.Occurrence).Select(it => (DeliveryState?)it.State).FirstOrDefaultAsync(ct);

    private IQueryable<Delivery> Waiting(Announcement announcement) => Rows(announcement).Where(it => it.State == DeliveryState.Waiting);

    private IQueryable<Delivery> Rows(Announcement announcement) =>
        db.In<Delivery>(announcement.GuildId).Where(it => it.Kind == Announcement.DeliveryKind && it.SubjectId == announcement.Id);
}
