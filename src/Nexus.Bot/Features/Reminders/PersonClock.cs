using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Sets somebody's zone in answer to the question, and moves the reminder that raised it to the same time on their wall.</summary>
internal sealed class PersonClock(NexusDb db, ReminderBook book, PersonZones zones, TimeProvider clock)
{
    public async Task<Reply> KeepAsync(Snowflake person, DateTimeZone zone, CancellationToken ct)
    {
        if (await zones.OfAsync(person, null, ct) is { IsOwn: true, Zone: var chosen })
        {
            return ClockQuestionViews.AlreadyChosen(chosen);
        }

        await zones.ChooseAsync(db, person, zone.Id, ct);
        return ClockQuestionViews.Kept(zone, clock.GetUtcNow());
    }

    public async Task<Reply> MoveAsync(Snowflake person, long? reminderId, DateTimeZone zone, CancellationToken ct)
    {
        var entry = await book.FindEntryAsync(person, reminderId, ct);
        var before = await zones.OfAsync(person, entry?.Reminder.Guild, ct);
        if (before.IsOwn)
        {
            return ClockQuestionViews.AlreadyChosen(before.Zone); // a second press moves nothing a second time
        }

        await zones.ChooseAsync(db, person, zone.Id, ct);
        if (entry is not null && SameOnTheWall(entry, before.Zone, zone) is { } moved)
        {
            await book.RetimeAsync(entry.Reminder, moved, ct);
            return ClockQuestionViews.Moved(zone, clock.GetUtcNow(), await book.EntryAsync(entry.Reminder, ct));
        }

        return ClockQuestionViews.Moved(zone, clock.GetUtcNow(), null);
    }

    /// <summary>Null when nothing is to come, or when that time is over there.</summary>
    private Reading? SameOnTheWall(ReminderEntry entry, DateTimeZone before, DateTimeZone zone)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        switch (entry)
        {
            case { Next: null } or { IsSnoozed: true }:
                return null;
            case { Reminder.Repeats: { } series }:
                var there = series with { ZoneId = zone.Id };
                return series.ZoneId == before.Id && there.Next(now, 1) is [var next] ? new Reading(next, Repeats: there) : null;
            default:
                var moment = Zones.Moment(Instant.FromDateTimeOffset(entry.Next.DueAt).InZone(before).LocalDateTime, zone);
                return moment.ToInstant() > now ? new Reading(moment) : null;
        }
    }
}
