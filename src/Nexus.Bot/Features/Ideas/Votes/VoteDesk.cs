using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <param name="Why">What is missing; only with <see cref="Stance.NotYet"/>, and null when they did not say.</param>
/// <param name="InsteadOf">An idea whose vote is given up for this one.</param>
internal sealed record SaidOfIdea(Stance Stance, string? Why = null, long? InsteadOf = null)
{
    public static SaidOfIdea For { get; } = new(Stance.For);
}

/// <summary>
/// Takes votes. A vote is no step of its idea: it is one row of its own, so that however many vote at once nobody's vote clashes
/// with another's, and the card is drawn after all of them.
/// </summary>
internal sealed class VoteDesk(IdeaDesk desk, IdeaCards cards, IdeaSettingsStore settings, IJobSchedule schedule, TimeProvider clock)
{
    // A rush is one drawing.
    private static readonly TimeSpan s_settles = TimeSpan.FromSeconds(5);

    private NexusDb Db => desk.Db;

    /// <param name="argument">An <see cref="IdeaReference"/>; of a merged idea the vote goes where that goes on.</param>
    /// <param name="changes">The control sits on an answer to an earlier vote, and that answer becomes this one.</param>
    public async Task<Reply> CastAsync(Call call, string argument, SaidOfIdea said, bool changes, CancellationToken ct) =>
        (await CastAsync(call, argument, said, ct)) is { } answer ? VoteViews.Of(answer, Reference(call, answer.Idea), changes) : IdeaNameViews.Gone();

    /// <summary>A vote in somebody's own voice for one idea in place of something else.</summary>
    /// <returns>Whether they are for it now, and what they read.</returns>
    public async Task<(bool IsFor, Reply Answer)> CastForAsync(Call call, string argument, CancellationToken ct) =>
        await CastAsync(call, argument, SaidOfIdea.For, ct) is { } answer
            ? (answer.Step is VoteStep.Counted or VoteStep.Already, VoteViews.Of(answer, Reference(call, answer.Idea), changes: false))
            : (false, IdeaNameViews.Gone());

    private async Task<VoteAnswer?> CastAsync(Call call, string argument, SaidOfIdea said, CancellationToken ct)
    {
        if (await FindAsync(call, argument, ct) is not { } ballot)
        {
            return null;
        }

        var (idea, mine) = (ballot.Idea, ballot.Mine);
        var actor = await desk.ActorAsync(call, idea, ct);
        var policy = (await settings.OfAsync(idea.GuildId, ct)).Policy;
        var open = policy.MostOpenVotes is null || said.Stance != Stance.For ? [] : await OpenVotesAsync(call.User, idea, ballot.Links, ct);
        var given = open.FirstOrDefault(other => other.Id == said.InsteadOf);
        var step = VoteRules.Cast(idea.Facts, actor, said.Stance, ballot.Stance, open.Count - (given is null ? 0 : 1), policy);
        if (step is VoteStep.Counted)
        {
            await GiveUpAsync(given, call.User, ballot.Links, ct);
            Write(ballot, call.User, said);
            await FollowIdea.AfterAsync(Db, idea, call.User, FollowReason.Vote, clock.GetUtcNow(), ct);
            await SaveAsync(given is null ? [idea] : [idea, given], ct);
        }
        else if (step is VoteStep.Already { Stance: Stance.NotYet } && said.Why is not null)
        {
            mine[^1].Why = said.Why;
            await Db.SaveChangesAsync(ct);
        }

        return new VoteAnswer(ballot.Pressed, idea, step, said, await cards.TallyAsync(idea, ballot.Links, ct)) { Before = ballot.Stance, Open = open, Given = given };
    }

    public async Task<Reply> TakeBackAsync(Call call, string argument, CancellationToken ct)
    {
        if (await FindAsync(call, argument, ct) is not { } ballot)
        {
            return IdeaNameViews.Gone();
        }

        var step = VoteRules.TakeBack(ballot.Stance);
        if (step is VoteStep.TakenBack)
        {
            Db.RemoveRange(ballot.Mine);
            await SaveAsync([ballot.Idea], ct);
        }

        return VoteViews.TakenBack(ballot.Idea, step, await cards.TallyAsync(ballot.Idea, ballot.Links, ct), Reference(call, ballot.Idea));
    }

    private static string Reference(Call call, Idea idea) => call.GuildOrNull is null ? IdeaReference.InDm(idea) : IdeaReference.InServer(idea);

    private async Task<Ballot?> FindAsync(Call call, string argument, CancellationToken ct)
    {
        if (await desk.FindAsync(call, argument, ct) is not { } pressed)
        {
            return null;
        }

        // Of an idea that is being posted the card may be there before that is kept.
        var links = await cards.LinksAsync(pressed.GuildId, ct);
        var root = links.RootOf(pressed.Id);
        if ((root == pressed.Id ? pressed : await IdeaLife.FindAsync(Db, pressed.GuildId, root, ct)) is not { } idea
            || !(idea.WasPublished || (idea.Number is not null && idea.Status.IsOpen())))
        {
            return null;
        }

        var group = links.GroupOf(idea.Id);
        var mine = await Db.In<IdeaVote>(idea.GuildId)
            .Where(vote => vote.PersonId == call.User && group.Contains(vote.IdeaId))
            .OrderBy(vote => vote.At).ThenBy(vote => vote.IdeaId)
            .ToListAsync(ct);
        return new Ballot(pressed, idea, links, mine, mine.Count > 0 ? mine[^1].Stance : null);
    }

    private void Write(Ballot ballot, Snowflake person, SaidOfIdea said)
    {
        // The last word holds, also of two in one instant.
        var now = clock.GetUtcNow();
        var at = ballot.Mine.Count > 0 && ballot.Mine[^1].At >= now ? ballot.Mine[^1].At.AddMilliseconds(1) : now;
        if (ballot.Mine.SingleOrDefault(vote => vote.IdeaId == ballot.Idea.Id) is { } row)
        {
            (row.Stance, row.Why, row.At) = (said.Stance, said.Why, at);
        }
        else
        {
            Db.Add(new IdeaVote { GuildId = ballot.Idea.GuildId, IdeaId = ballot.Idea.Id, PersonId = person, Stance = said.Stance, Why = said.Why, At = at });
        }
    }

    private async Task<List<Idea>> OpenVotesAsync(Snowflake person, Idea butNot, MergeLinks links, CancellationToken ct)
    {
        var votes = await Db.In<IdeaVote>(butNot.GuildId).AsNoTracking().Where(vote => vote.PersonId == person).ToListAsync(ct);
        var roots = votes.Select(vote => links.RootOf(vote.IdeaId)).ToHashSet();
        var ideas = await Db.In<Idea>(butNot.GuildId).AsNoTracking().Where(idea => roots.Contains(idea.Id)).ToDictionaryAsync(idea => idea.Id, ct);
        var open = Tally.OpenVotes(person, butNot.Id, votes.Where(vote => ideas.ContainsKey(links.RootOf(vote.IdeaId))).Select(vote => vote.Facts), links, id => ideas[id].Status);
        return [.. open.Select(id => ideas[id])];
    }

    private async Task GiveUpAsync(Idea? given, Snowflake person, MergeLinks links, CancellationToken ct)
    {
        if (given is not null)
        {
            var group = links.GroupOf(given.Id);
            Db.RemoveRange(await Db.In<IdeaVote>(given.GuildId).Where(vote => vote.PersonId == person && group.Contains(vote.IdeaId)).ToListAsync(ct));
        }
    }

    /// <summary>Saves, and has the cards show it: both, or neither.</summary>
    private async Task SaveAsync(IReadOnlyList<Idea> ideas, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = now + s_settles;
        var isDue = 0;
        await VoteTurn.TakeAsync(
            async () =>
            {
                await using var together = await Db.Database.BeginTransactionAsync(ct);
                await Db.SaveChangesAsync(ct);
                foreach (var idea in ideas)
                {
                    await IdeaLife.TouchAsync(Db, idea, now, ct);
                    isDue += await Db.In<Idea>(idea.GuildId)
                        .Where(it => it.Id == idea.Id && (it.DrawAt == null || it.DrawAt <= now))
                        .ExecuteUpdateAsync(set => set.SetProperty(it => it.DrawAt, due), ct);
                }

                await together.CommitAsync(ct);
            },
            ct);
        if (isDue > 0)
        {
            schedule.WakeAt<DrawIdeasJob>(due);
        }
    }

    /// <param name="Pressed">The idea whose card was pressed.</param>
    /// <param name="Idea">As which it goes on.</param>
    /// <param name="Mine">What whoever presses said of it and of all that were merged into it, the last word last.</param>
    /// <param name="Stance">Their last word until now.</param>
    private sealed record Ballot(Idea Pressed, Idea Idea, MergeLinks Links, List<IdeaVote> Mine, Stance? Stance);
}
