using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>Ideas as what people's own reminders can be about: those they proposed, joined or follow, then the others. What is shipped or given up needs none.</summary>
internal sealed class IdeaSubjects : IReminderSubject
{
    private const int Most = 50;

    public string Kind => "idea";

    public async Task<IReadOnlyList<ReminderSubject>> OpenAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
    [
        .. (await db.In<Idea>(guild).AsNoTracking()
            .Where(it => it.Number != null && it.WasPublished
                && (it.Status == IdeaStatus.Proposed || it.Status == IdeaStatus.Shaping || it.Status == IdeaStatus.Ready || it.Status == IdeaStatus.Building || it.Status == IdeaStatus.Parked))
            .OrderByDescending(it => it.AuthorId == person
                || db.In<IdeaInterest>(guild).Any(one => one.IdeaId == it.Id && one.PersonId == person)
                || db.In<IdeaFollower>(guild).Any(follower => follower.IdeaId == it.Id && follower.PersonId == person && follower.IsOn))
            .ThenByDescending(it => it.TouchedAt)
            .Take(Most)
            .ToListAsync(ct))
            .Select(Subject),
    ];

    // What waits for review is its author's and the mentors' only.
    public async Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, Snowflake? person, CancellationToken ct) =>
        await db.In<Idea>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id && it.Number != null && it.WasPublished, ct) is { } found ? Subject(found) : null;

    private ReminderSubject Subject(Idea idea) => new(
        Kind,
        idea.Id,
        string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} {idea.Title}"),
        idea.Status is IdeaStatus.Shipped or IdeaStatus.Declined or IdeaStatus.Withdrawn or IdeaStatus.Merged)
    {
        Link = IdeaCards.Url(idea),
    };
}
