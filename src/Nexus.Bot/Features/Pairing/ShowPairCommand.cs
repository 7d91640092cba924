using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing;

/// <summary><c>/pair show</c>: with whom somebody is in a pair, who asks whom, and how they stand to rounds.</summary>
internal sealed class ShowPairCommand(NexusDb db, PairAsking asking, RoundDesk rounds, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "show", "Your pairs, your invitations, and the next round")
    {
        Visibility = Visibility.Private,
        Example = "/pair show",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var mine = await db.In<Pair>(call.Guild).AsNoTracking()
            .Where(pair => pair.Status == PairStatus.Active && db.In<PairMember>(call.Guild).Any(member => member.PairId == pair.Id && member.PersonId == call.User && member.LeftAt == null))
            .OrderByDescending(pair => pair.CreatedAt)
            .ToListAsync(ct);
        var ids = mine.Select(pair => pair.Id).ToList();
        var people = (await db.In<PairMember>(call.Guild).AsNoTracking().Where(member => ids.Contains(member.PairId) && member.LeftAt == null).OrderBy(member => member.Id).ToListAsync(ct)).ToLookup(member => member.PairId);
        var (got, sent) = await asking.OpenOfAsync(call.Guild, call.User, ct);
        var since = clock.GetUtcNow() - EndPairButton.Undo;
        var ended = await db.In<Pair>(call.Guild).AsNoTracking()
            .Where(pair => pair.Source == PairSource.Found && pair.EndedAt > since && pair.EndedById != null
                && db.In<PairMember>(call.Guild).Any(member => member.PairId == pair.Id && member.PersonId == call.User && member.LeftAt == null))
            .OrderByDescending(pair => pair.EndedAt)
            .FirstOrDefaultAsync(ct);
        return Reply.PrivateCard([PairViews.Mine(call.Guild, call.User, mine, people), .. PairViews.Ends(mine, ended), .. PairAskViews.Open(got, sent), .. RoundViews.Standing(await rounds.OfAsync(call, call.Guild, ct))]);
    }
}
