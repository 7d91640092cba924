using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Deadlines as what people's own reminders can be about, and as entries of their calendars.</summary>
internal sealed class DeadlineSubjects(TimeProvider clock) : IReminderSubject, ICalendarEntries
{
    public string Kind => "deadline";

    public async Task<IReadOnlyList<ReminderSubject>> OpenAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
    [
        .. (await Coming(db, guild)
            .Where(deadline => !db.In<DeadlineMark>(guild).Any(mark => mark.DeadlineId == deadline.Id && mark.UserId == person && mark.DoneAt != null))
            .ToListAsync(ct))
            .Select(Subject),
    ];

    public async Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) =>
        await db.In<Deadline>(guild).AsNoTracking().SingleOrDefaultAsync(deadline => deadline.Id == id, ct) is { } found ? Subject(found) : null;

    public async Task<IReadOnlyList<CalendarEntry>> ComingAsync(NexusDb db, Snowflake guild, Snowflake person, IReadOnlyList<Snowflake> roles, CancellationToken ct) =>
    [
        .. (await Coming(db, guild).ToListAsync(ct))
            .Where(deadline => deadline.IsFor(roles))
            .Select(deadline => new CalendarEntry(string.Create(CultureInfo.InvariantCulture, $"deadline-{deadline.Id}"), deadline.Name, deadline.DueAt)
            {
                Details = deadline.Details,
                Url = deadline.Link ?? Card(deadline),
            }),
    ];

    private IQueryable<Deadline> Coming(NexusDb db, Snowflake guild)
    {
        var now = clock.GetUtcNow();
        return db.In<Deadline>(guild).AsNoTracking().Where(deadline => deadline.RemovedAt == null && deadline.DueAt > now).OrderBy(deadline => deadline.DueAt);
    }

    private ReminderSubject Subject(Deadline deadline) => new(Kind, deadline.Id, deadline.Name, deadline.IsOver(clock.GetUtcNow())) { Link = Card(deadline) };

    private static string? Card(Deadline deadline) => deadline.CardId is { } card ? Md.MessageUrl(deadline.GuildId, deadline.ChannelId, card) : null;
}
