using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary>
/// Coming announcements, and announced events that are still to come. Only their titles: what an announcement says is told when it
/// is posted.
/// </summary>
internal sealed class AnnouncementCalendar(TimeProvider clock) : ICalendarEntries
{
    public async Task<IReadOnlyList<CalendarEntry>> ComingAsync(NexusDb db, Snowflake guild, Snowflake person, IReadOnlyList<Snowflake> roles, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var deliveries = db.In<Delivery>(guild).Where(it => it.Kind == Announcement.DeliveryKind)
            .Where(it => !db.In<AnnouncementPost>(guild).Any(post => post.DeliveryId == it.Id && post.RemovedAt != null));
        var coming = await db.In<Announcement>(guild).AsNoTracking()
            .Select(announcement => new
            {
                Announcement = announcement,
                Due = deliveries.Where(it => it.SubjectId == announcement.Id && (it.State == DeliveryState.Waiting || it.State == DeliveryState.Sending))
                    .Min(it => (DateTimeOffset?)it.DueAt),
                IsPosted = deliveries.Any(it => it.SubjectId == announcement.Id && it.State == DeliveryState.Sent),
            })
            .Where(it => it.Due != null || (it.IsPosted && it.Announcement.Event != null && it.Announcement.Event.StartsAt > now))
            .ToListAsync(ct);
        return [.. coming.SelectMany(it => Entries(it.Announcement, it.Due, now))];
    }

    /// <summary>The announced thing in place of its announcement; beside it, when that comes again and again.</summary>
    private static IEnumerable<CalendarEntry> Entries(Announcement announcement, DateTimeOffset? due, DateTimeOffset now)
    {
        var key = $"announcement-{announcement.Id}";
        if (announcement.Event is { } takesPlace && takesPlace.StartsAt > now)
        {
            yield return new CalendarEntry($"{key}-event", announcement.Title, takesPlace.StartsAt)
            {
                Length = TimeSpan.FromMinutes(takesPlace.Minutes),
                Place = takesPlace.Place,
                Channel = announcement.ChannelId,
            };
        }

        if (due is { } next && (announcement.Event is null || announcement.Repeats is not null))
        {
            yield return new CalendarEntry(key, announcement.Title, next)
            {
                Repeats = announcement.Repeats,
                Details = "Announced on Discord at this time.",
                Url = Md.ChannelUrl(announcement.GuildId, announcement.ChannelId),
                Channel = announcement.ChannelId,
            };
        }
    }
}
