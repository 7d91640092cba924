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
            .Where(deadline => !DoneBy(db, guild, person).Any(mark => mark.DeadlineId == deadline.Id))
            .ToListAsync(ct))
            .Select(deadline => Subject(deadline, isDone: false)),
    ];

    public async Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, Snowflake? person, CancellationToken ct) =>
        await db.In<Deadline>(guild).AsNoTracking().SingleOrDefaultAsync(deadline => deadline.Id == id, ct) is { } found
            ? Subject(found, person is { } one && await DoneBy(db, guild, one).AnyAsync(mark => mark.DeadlineId == id, ct))
            : null;

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

    private static IQueryable<DeadlineMark> DoneBy(NexusDb db, Snowflake guild, Snowflake person) =>
        db.In<DeadlineMark>(guild).Where(mark => mark.UserId == person && mark.DoneAt != null);

    private ReminderSubject Subject(Deadline deadline, bool isDone) =>
        new(Kind, deadline.Id, deadline.Name, isDone || deadline.IsOver(clock.GetUtcNow())) { Link = Card(deadline) };

    private static string? Card(Deadline deadline) => deadline.CardId is { } card ? Md.MessageUrl(deadline.GuildId, deadline.ChannelId, card) : null;
}
