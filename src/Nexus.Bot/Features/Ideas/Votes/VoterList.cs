using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <summary>Who said what of an idea and of all that were merged into it.</summary>
/// <param name="IsWhole">Mentors see everybody; its author reads what those say who are not for it yet.</param>
internal sealed record VoterList(Idea Idea, Tally Tally, IReadOnlyList<ReadVote> Votes, bool IsWhole, int Page);

/// <param name="Of">The merged idea it was given to; null for this one.</param>
internal sealed record ReadVote(Vote Vote, string? Why, int? Of);

/// <summary>Reads such lists for those who may.</summary>
internal sealed class VoterLists(NexusDb db, IdeaCards cards, IdeaActors actors)
{
    /// <returns>Null for who may not read it.</returns>
    public async Task<VoterList?> ReadAsync(Call call, Idea idea, int page, CancellationToken ct)
    {
        var links = await cards.LinksAsync(idea.GuildId, ct);
        var root = links.RootOf(idea.Id) is var id && id == idea.Id ? idea : await IdeaLife.FindAsync(db, idea.GuildId, id, ct) ?? idea;
        var isWhole = (await actors.OfAsync(db, call, root, ct)).IsMentor;
        if (!isWhole && root.AuthorId != call.User)
        {
            return null;
        }

        var group = links.GroupOf(root.Id);
        var rows = await db.In<IdeaVote>(idea.GuildId).AsNoTracking().Where(vote => group.Contains(vote.IdeaId)).ToListAsync(ct);
        var numbers = await db.In<Idea>(idea.GuildId).AsNoTracking().Where(it => group.Contains(it.Id)).ToDictionaryAsync(it => it.Id, it => it.Number, ct);
        var tally = Tally.Of(rows.Select(row => row.Facts));
        var votes = tally.Votes.Where(vote => isWhole || vote.Stance == Stance.NotYet)
            .OrderByDescending(vote => vote.Stance == Stance.NotYet)
            .Select(vote => new ReadVote(
                vote,
                rows.Single(row => row.IdeaId == vote.Idea && row.PersonId == vote.Person).Why,
                vote.Idea == root.Id ? null : numbers.GetValueOrDefault(vote.Idea)));
        return new VoterList(root, tally, [.. votes], isWhole, page);
    }
}
