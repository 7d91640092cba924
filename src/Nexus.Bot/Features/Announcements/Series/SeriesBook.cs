using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Series;

/// <param name="NextAt">Null while it is held back.</param>
internal sealed record LiveAnnouncement(Announcement Announcement, DateTimeOffset? NextAt);

/// <summary>Announcements that are still to be posted, and what can be done with one that repeats.</summary>
internal sealed class SeriesBook(NexusDb db, AnnouncementSchedule schedule, TimeProvider clock)
{
    /// <summary>More skipped days than this are a sign that the rule is the wrong one.</summary>
    public const int MostSkips = 100;

    /// <summary>Null for a draft too: it has no dates to skip yet.</summary>
    public Task<Announcement?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Announcement>(guild)
            .Where(it => db.In<Delivery>(guild).Any(row => row.Kind == Announcement.DeliveryKind && row.SubjectId == it.Id))
            .SingleOrDefaultAsync(it => it.Id == id && it.CancelledAt == null && it.DiscardedAt == null, ct);

    /// <summary>Everything that waits for its time, for a mentor, or to be resumed; what comes next first.</summary>
    public async Task<IReadOnlyList<LiveAnnouncement>> LiveAsync(Snowflake guild, CancellationToken ct)
    {
        var waiting = db.In<Delivery>(guild).Where(it => it.Kind == Announcement.DeliveryKind && it.State == DeliveryState.Waiting);
        var rows = await db.In<Announcement>(guild)
            .Where(it => it.CancelledAt == null && it.DiscardedAt == null)
            .Select(it => new { Announcement = it, NextAt = waiting.Where(row => row.SubjectId == it.Id).Max(row => (DateTimeOffset?)row.DueAt) })
            .Where(row => row.NextAt != null || row.Announcement.PausedAt != null || (row.Announcement.SubmittedAt != null && row.Announcement.ApprovedBy == null))
            .ToListAsync(ct);
        return [.. rows.OrderBy(row => row.NextAt ?? DateTimeOffset.MaxValue).Select(row => new LiveAnnouncement(row.Announcement, row.NextAt))];
    }

    /// <summary>One that was picked, or named in full; null when it is not sure which one is meant.</summary>
    public static Announcement? Named(IReadOnlyList<LiveAnnouncement> live, string named)
    {
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && live.FirstOrDefault(it => it.Announcement.Id == id) is { } picked)
        {
            return picked.Announcement;
        }

        var same = live.Where(it => it.Announcement.Title.Equals(named.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return same is [var only] ? only.Announcement : null;
    }

    /// <summary>Leaves a day out; null when it has no such day ahead.</summary>
    public async Task<PlanResult?> SkipAsync(Announcement announcement, LocalDate day, Snowflake by, CancellationToken ct)
    {
        if (announcement.Repeats is not { } repeats || !await IsAheadAsync(announcement, day, ct))
        {
            return null;
        }

        // Days that are over need not be remembered.
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(repeats.Zone).Date;
        announcement.Repeats = (repeats with { Skips = [.. repeats.Skips.Where(skipped => skipped >= today.PlusDays(-2))] }).Without(day);
        return await schedule.KeepAsync(announcement, by, $"skipped {SeriesViews.Day(day)} of", ct);
    }

    /// <summary>Takes a skipped day back; null when it is not skipped, or over.</summary>
    public async Task<PlanResult?> UnskipAsync(Announcement announcement, LocalDate day, Snowflake by, CancellationToken ct)
    {
        if (announcement.Repeats is not { } repeats || !repeats.Skips.Contains(day))
        {
            return null;
        }

        announcement.Repeats = repeats with { Skips = [.. repeats.Skips.Where(skipped => skipped != day)] };
        return await IsAheadAsync(announcement, day, ct)
            ? await schedule.KeepAsync(announcement, by, $"took back skipping {SeriesViews.Day(day)} of", ct)
            : null;
    }

    private async Task<bool> IsAheadAsync(Announcement announcement, LocalDate day, CancellationToken ct)
    {
        var zone = announcement.Repeats!.Zone;
        var times = announcement.Repeats.Next(zone.AtStartOfDay(day).ToInstant() - Duration.Epsilon, 1);
        if (times.Count == 0 || times[0].Date != day)
        {
            return false;
        }

        var next = await schedule.NextAsync(announcement, 1, ct);
        return next.Count > 0 && day >= next[0].Day;
    }
}
