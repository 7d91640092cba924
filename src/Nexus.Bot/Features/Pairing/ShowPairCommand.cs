using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing;

/// <summary><c>/pair show</c>: with whom somebody is in a pair, and how they stand to rounds.</summary>
internal sealed class ShowPairCommand(NexusDb db, RoundDesk rounds) : ICommand
{
    public static CommandSpec Spec { get; } = new("pair", "show", "Your pairs, and the next round")
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
        return Reply.PrivateCard([PairViews.Mine(call.Guild, call.User, mine, people), .. RoundViews.Standing(await rounds.OfAsync(call, call.Guild, ct))]);
    }
}
