using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>
/// The ideas of each server, in memory: read when a server first asks, then kept current by <see cref="ChangedAsync"/>. What waits
/// for review, was declined, withdrawn or merged is not in it. By the id of their rows.
/// </summary>
internal sealed class IdeaIndex
{
    // Two indexes: what people type finds words, what is alike is compared by what words mean.
    private sealed record Both(LiveIndex Words, LiveIndex Senses);

    private readonly INexusDbFactory _databases;
    private readonly Shelves<Both> _shelves;

    public IdeaIndex(INexusDbFactory databases, ILogger<IdeaIndex> log)
    {
        _databases = databases;
        _shelves = new Shelves<Both>(
            async (guild, ct) =>
            {
                await using var db = _databases.Create();
                var ideas = await Shown(db, guild, it => true).ToListAsync(ct);
                return new Both(
                    LiveIndex.Of(ideas.Select(idea => KeyValuePair.Create(idea.Id, Document(idea)))),
                    LiveIndex.Of(ideas.Select(idea => KeyValuePair.Create(idea.Id, IdeaLikeness.Document(idea.Title, idea.Problem)))));
            },
            log);
    }

    /// <summary>Ideas that words find, best first.</summary>
    public async ValueTask<LiveResult> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct) =>
        (await _shelves.OfAsync(guild, ct)).Words.Find(text, most);

    /// <summary>Ideas to offer while something is typed, best first.</summary>
    public async ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct) =>
        (await _shelves.OfAsync(guild, ct)).Words.Complete(typed, most);

    /// <summary>Ideas like one that somebody is about to put up, the likeliest first, three at most.</summary>
    /// <param name="problem">Empty while only the title is known.</param>
    public async ValueTask<IReadOnlyList<AlikeIdea>> AlikeAsync(Snowflake guild, string title, string problem, CancellationToken ct) =>
        IdeaLikeness.Of((await _shelves.OfAsync(guild, ct)).Senses, title, problem);

    /// <summary>An idea was saved; its words or its status may have changed.</summary>
    public Task ChangedAsync(Snowflake guild, long id) => _shelves.ChangedAsync(guild, id, async both =>
    {
        await using var db = _databases.Create();
        return await Shown(db, guild, it => it.Id == id).SingleOrDefaultAsync() is not { } now ? new Both(both.Words.Without(id), both.Senses.Without(id))
            : IsSame(both.Words.Find(id), Document(now)) ? both
            : new Both(both.Words.With(id, Document(now)), both.Senses.With(id, IdeaLikeness.Document(now.Title, now.Problem)));
    });

    private static IQueryable<Idea> Shown(NexusDb db, Snowflake guild, Expression<Func<Idea, bool>> which) => db.In<Idea>(guild).AsNoTracking()
        .Where(idea => idea.Number != null && idea.WasPublished
            && idea.Status != IdeaStatus.InReview && idea.Status != IdeaStatus.Declined && idea.Status != IdeaStatus.Withdrawn && idea.Status != IdeaStatus.Merged)
        .Where(which)
        .OrderBy(idea => idea.Id);

    private static SearchDocument Document(Idea idea) => new(idea.Title, [], idea.Tags, $"{idea.Problem}\n{idea.ForWhom}\n{idea.Solution}");

    // Most changes are moves and votes, which change no word: the index is made anew only when one did.
    private static bool IsSame(SearchDocument? was, SearchDocument now) =>
        was is not null && was.Title == now.Title && was.Body == now.Body && was.Keywords.SequenceEqual(now.Keywords, StringComparer.Ordinal);
}
