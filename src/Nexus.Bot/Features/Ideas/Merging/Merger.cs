using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary>
/// Has one idea go on as another, and takes that back. Both rows are revised in one save, so of two who merge or move one of them at
/// once the later is decided anew. Votes and followers stay where they were given, and are read over both: a vote that comes at that
/// moment is not lost.
/// </summary>
internal sealed class Merger(IdeaLife life, CrewBook crews, TimeProvider clock)
{
    /// <summary>Whether somebody can have it merged into another at all.</summary>
    public static bool CanAsk(IdeaFacts source, IdeaActor by) =>
        MergeRules.Take(source, new IdeaFacts(-1, source.Author), new IdeaFacts(-1, source.Author), by, MergeLinks.None) is MergeStep.Done;

    /// <summary>The idea as which one goes on, tracked; itself when it was not merged.</summary>
    public static async Task<Idea> RootAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        var root = (await new IdeaCards(db).LinksAsync(idea.GuildId, ct)).RootOf(idea.Id);
        return root == idea.Id ? idea : await db.In<Idea>(idea.GuildId).SingleAsync(it => it.Id == root, ct);
    }

    /// <summary>What a merge would make of both, without doing it.</summary>
    /// <param name="target">What was named.</param>
    /// <param name="root">As what that goes on.</param>
    public static async Task<(MergeStep Step, MergePreview? Preview)> LookAsync(NexusDb db, Idea source, Idea target, Idea root, IdeaActor by, CancellationToken ct)
    {
        var cards = new IdeaCards(db);
        var links = await cards.LinksAsync(source.GuildId, ct);
        var step = MergeRules.Take(source.Facts, target.Facts, root.Facts, by, links);
        if (step is not MergeStep.Done done)
        {
            return (step, null);
        }

        var (mine, theirs) = ((await cards.TallyAsync(source, ct)).For, (await cards.TallyAsync(root, ct)).For);
        var group = links.With(source.Id, root.Id).GroupOf(root.Id);
        var together = Tally.Of((await db.In<IdeaVote>(source.GuildId).AsNoTracking().Where(vote => group.Contains(vote.IdeaId)).ToListAsync(ct)).Select(vote => vote.Facts)).For;
        var (from, into) = (await CrewBook.OfAsync(db, source, ct), await CrewBook.OfAsync(db, root, ct));
        var joined = done.TakesPeople ? CrewRules.Absorb(into, from, source.Id).Interests.Where(one => into.Of(one.Person) is null).ToList() : [];
        return (step, new MergePreview(mine, theirs, together, joined.Count(one => one.Seat is not null), joined.Count(one => one.Seat is null))
        {
            LeftOut = done.TakesPeople ? 0 : from.Interests.Count(one => into.Of(one.Person) is null),
        });
    }

    public async Task<MergeStep> MergeAsync(NexusDb db, Idea source, Idea target, Idea root, IdeaActor by, string reason, CancellationToken ct)
    {
        var step = MergeRules.Take(source.Facts, target.Facts, root.Facts, by, await new IdeaCards(db).LinksAsync(source.GuildId, ct));
        if (step is not MergeStep.Done done)
        {
            return step;
        }

        if (done.TakesPeople)
        {
            // Who waited for a place in the one and has one in the other hears of it.
            var (from, into) = (await CrewBook.OfAsync(db, source, ct), await CrewBook.OfAsync(db, root, ct));
            var before = into with { Interests = into.Interests.AddRange(from.Interests.Where(one => one.Seat is null && into.Of(one.Person) is null)) };
            await crews.SetAsync(db, root, before, CrewRules.Absorb(into, from, source.Id), but: by.Id, ct);
        }

        source.MergedIntoId = done.Into;

        await TogetherAsync(db, source, source.Facts with { Status = IdeaStatus.Merged }, root, by, reason, MoveEffects.TellFollowers | MoveEffects.CloseThread, ct);
        return step;
    }

    public async Task<UnmergeStep> TakeBackAsync(NexusDb db, Idea source, Idea root, IdeaActor by, string reason, CancellationToken ct)
    {
        var step = MergeRules.TakeBack(source.Facts, root.Facts, by);
        if (step is not UnmergeStep.Done done)
        {
            return step;
        }

        var group = (await new IdeaCards(db).LinksAsync(source.GuildId, ct)).Without(source.Id).GroupOf(source.Id);
        var crew = await CrewBook.OfAsync(db, root, ct);
        await crews.SetAsync(db, root, crew, CrewRules.Release(crew, group), but: by.Id, ct);
        source.MergedIntoId = null;
        await TogetherAsync(db, source, done.Now, root, by, reason, done.Effects, ct);
        return step;
    }

    private async Task TogetherAsync(NexusDb db, Idea source, IdeaFacts now, Idea root, IdeaActor by, string reason, MoveEffects effects, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var there = new IdeaMove
        {
            GuildId = root.GuildId,
            IdeaId = root.Id,
            Number = await db.In<IdeaMove>(root.GuildId).CountAsync(it => it.IdeaId == root.Id, ct) + 1,
            At = at,
            By = by.Id,
            From = root.Status,
            To = root.Status,
            Reason = reason,
            OtherId = source.Id,
        };
        db.Add(there);
        TellFollowers.Plan(db, root, there);
        IdeaLife.Touch(root, at);
        life.Revise(root);
        await life.ApplyAsync(db, source, now, by, reason, effects, ct, otherId: root.Id);
        await life.SavedAsync(root);
    }
}

/// <summary>What a merge makes of two ideas.</summary>
/// <param name="Votes">Of the one that is merged.</param>
/// <param name="Together">Each person once.</param>
/// <param name="Seated">How many come along to a place.</param>
internal sealed record MergePreview(int Votes, int VotesThere, int Together, int Seated, int Waiting)
{
    /// <summary>Who wants to build it, and has no part in a team that is formed already.</summary>
    public int LeftOut { get; init; }
}
