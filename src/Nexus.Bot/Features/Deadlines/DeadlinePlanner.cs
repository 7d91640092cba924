using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.People;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>
/// Puts the reminders of a deadline into the queue, one a person and rung, shortly before the rung is due for the first of them;
/// who comes into the role later is added as long as their rung is still ahead. Doing it again changes nothing.
/// Who has it done or wants none is known when a reminder is sent (<see cref="DeadlineReminders"/>), not here.
/// </summary>
internal sealed class DeadlinePlanner(
    DeliveryQueue queue, DeadlineAudience audience, PersonZones zones, GuildConfigurations configurations, IJobSchedule schedule, TimeProvider clock)
{
    /// <summary>How often it looks for people who have come into the role.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private const int Most = 200;

    /// <param name="deadline">As it is in the database; not changed.</param>
    public async Task PlanAsync(NexusDb db, Deadline deadline, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var news = deadline.NewsAt;
        if (news <= now)
        {
            await TellAsync(db, deadline, now, ct);
            news = await IsBeingRemindedAsync(db, deadline, ct) ? now + Again : null;
        }

        var isOver = deadline.IsOver(now);
        var open = isOver ? deadline.Planned : Ladder.Rungs.Count(rung => Ladder.Opens(rung, deadline.DueAt) <= now);
        if (!isOver && open > 0 && (open > deadline.Planned || now < Ladder.Closes(Ladder.Rungs[open - 1], deadline.DueAt)))
        {
            await PlanAsync(db, deadline, Ladder.Rungs[open - 1], isNew: open > deadline.Planned, now, ct);
        }

        // One that has just passed says so on its card.
        var stale = isOver && !deadline.IsRemoved ? now : deadline.CardStaleAt;
        var next = Earlier(news, isOver ? null : NextLook(deadline, open, now));
        await db.In<Deadline>(deadline.GuildId)
            .Where(it => it.Id == deadline.Id && it.Revision == deadline.Revision)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(it => it.Planned, open)
                    .SetProperty(it => it.PlanAt, next)
                    .SetProperty(it => it.NewsAt, news)
                    .SetProperty(it => it.CardStaleAt, stale),
                ct);
        if (stale is { } at)
        {
            schedule.WakeAt<RefreshDeadlineCardsJob>(at);
        }
    }

    private static DateTimeOffset NextLook(Deadline deadline, int open, DateTimeOffset now)
    {
        var isOpen = open > 0 && now < Ladder.Closes(Ladder.Rungs[open - 1], deadline.DueAt);
        var next = open < Ladder.Rungs.Count ? Ladder.Opens(Ladder.Rungs[open], deadline.DueAt) : deadline.DueAt;
        return isOpen && now + Look < next ? now + Look : next;
    }

    private async Task PlanAsync(NexusDb db, Deadline deadline, Rung rung, bool isNew, DateTimeOffset now, CancellationToken ct)
    {
        var reminded = await RemindedAsync(db, deadline, rung, ct);
        var people = reminded.Contains(default) ? [] : await audience.OfAsync(deadline, ct);
        if (people is null && !isNew)
        {
            return;
        }

        var configuration = await configurations.OfAsync(deadline.GuildId, ct);
        var server = Zones.Named(configuration.TimeZone);
        foreach (var some in (people ?? [default]).Where(person => !reminded.Contains(person)).Chunk(Most))
        {
            var chosen = await zones.ChosenByAsync(some, ct);
            await AddAsync(
                db,
                deadline,
                configuration,
                [
                    .. some.Select(person => (Person: person, At: Ladder.At(rung, deadline.DueAt, chosen.GetValueOrDefault(person, server))))
                        .Where(it => it.At > deadline.SetAt && (isNew || it.At > now))
                        .Select(it => (New(deadline, it.Person, rung), it.At)),
                ],
                ct);
        }
    }

    /// <summary>Those who were told something else than what holds now.</summary>
    private async Task TellAsync(NexusDb db, Deadline deadline, DateTimeOffset now, CancellationToken ct)
    {
        var rung = deadline.IsRemoved ? Rung.Removed : Rung.Moved;
        var told = await Of(db, deadline).AsNoTracking()
            .Join(Deliveries(db, deadline), reminder => reminder.Id, delivery => delivery.SubjectId, (reminder, delivery) => new { reminder, delivery.State })
            .Where(it => it.State == DeliveryState.Sent || (it.reminder.Rung == rung && it.reminder.Revision == deadline.Revision))
            .Select(it => it.reminder)
            .ToListAsync(ct);
        var configuration = await configurations.OfAsync(deadline.GuildId, ct);
        var toTell = told
            .GroupBy(reminder => reminder.UserId)
            .Select(mine => mine.MaxBy(reminder => reminder.Id)!)
            .Where(last => last.Revision != deadline.Revision && IsNews(last, deadline, now));
        foreach (var some in toTell.Chunk(Most))
        {
            await AddAsync(db, deadline, configuration, [.. some.Select(last => (New(deadline, last.UserId, rung, last.About), now))], ct);
        }
    }

    // Whoever reads the old time at this very moment is told once that is known.
    private static Task<bool> IsBeingRemindedAsync(NexusDb db, Deadline deadline, CancellationToken ct) => Of(db, deadline)
        .Where(reminder => reminder.Revision != deadline.Revision)
        .Join(Deliveries(db, deadline), reminder => reminder.Id, delivery => delivery.SubjectId, (_, delivery) => delivery.State)
        .AnyAsync(state => state == DeliveryState.Sending, ct);

    private static bool IsNews(DeadlineReminder last, Deadline deadline, DateTimeOffset now) => deadline.IsRemoved
        ? last.Rung != Rung.Removed && last.About > now
        : deadline.DueAt > now && (last.Rung == Rung.Removed || last.About != deadline.DueAt);

    private async Task AddAsync(
        NexusDb db, Deadline deadline, GuildConfiguration configuration, IReadOnlyList<(DeadlineReminder Reminder, DateTimeOffset Due)> planned, CancellationToken ct)
    {
        if (planned.Count == 0)
        {
            return;
        }

        // Together: a reminder without its delivery would never come.
        await using var together = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(planned.Select(it => it.Reminder));
        await db.SaveChangesAsync(ct);
        db.AddRange(planned.Select(it => Delivery.Plan(
            deadline.GuildId,
            DeadlineReminder.DeliveryKind,
            it.Reminder.Id,
            it.Reminder.IsForAll
                ? DeliveryTarget.In(configuration.AnnouncementChannelId ?? deadline.ChannelId)
                : DeliveryTarget.DmOf(it.Reminder.UserId, orIn: configuration.ReminderChannelId),
            it.Due)));
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        db.ChangeTracker.Clear();
        queue.WakeAt(planned.Min(it => it.Due));
    }

    /// <summary>Who has, or has had, a reminder of this rung of this time.</summary>
    private static async Task<HashSet<Snowflake>> RemindedAsync(NexusDb db, Deadline deadline, Rung rung, CancellationToken ct) =>
    [
        .. await Of(db, deadline)
            .Where(reminder => reminder.Rung == rung)
            .Join(Deliveries(db, deadline), reminder => reminder.Id, delivery => delivery.SubjectId, (reminder, delivery) => new { reminder, delivery.State })
            .Where(it => it.reminder.Revision == deadline.Revision
                || (it.reminder.About == deadline.DueAt
                    && (it.State == DeliveryState.Sent || it.State == DeliveryState.Sending || it.State == DeliveryState.Failed)))
            .Select(it => it.reminder.UserId)
            .ToListAsync(ct),
    ];

    private static IQueryable<DeadlineReminder> Of(NexusDb db, Deadline deadline) =>
        db.In<DeadlineReminder>(deadline.GuildId).Where(reminder => reminder.DeadlineId == deadline.Id);

    private static IQueryable<Delivery> Deliveries(NexusDb db, Deadline deadline) =>
        db.In<Delivery>(deadline.GuildId).Where(delivery => delivery.Kind == DeadlineReminder.DeliveryKind);

    private static DeadlineReminder New(Deadline deadline, Snowflake person, Rung rung, DateTimeOffset? before = null) => new()
    {
        GuildId = deadline.GuildId,
        DeadlineId = deadline.Id,
        UserId = person,
        Rung = rung,
        Revision = deadline.Revision,
        About = deadline.DueAt,
        ToldBefore = before,
    };

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;
}
