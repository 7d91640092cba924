using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>Looks for the fewest moves on another thread, keeps them and shows them.</summary>
internal sealed class ProposeRebalance(RebalanceDesk desk, RebalanceLooks looks, MatchingGate gate) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: RebalanceState.Proposed } row)
        {
            return RebalanceViews.Over();
        }

        try
        {
            var look = await looks.OfAsync(desk.Db, row, ct);
            if (look.Teams.Count == 0)
            {
                return RebalanceViews.NoTeams();
            }

            var rebalanced = await gate.RunAsync(() => Matching.Rebalance.Propose(look.Task, ct), ct);
            row.Moves = SeatMoves.Write(rebalanced.Changes.Select(change => Move(look, rebalanced.Plan, change)));
            row.Seen = [.. look.Teams.Select(team => string.Create(CultureInfo.InvariantCulture, $"{team.Id}:{team.Revision}"))];
            row.Revision++;
            await desk.Db.SaveChangesAsync(ct);
            return RebalanceViews.Proposal(row, look, rebalanced);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return RebalanceViews.Changed(row);
        }
        catch (DiscordApiException)
        {
            return FormationViews.OutOfReach();
        }
    }

    private static SeatMove Move(RebalanceLook look, Plan plan, SeatChange change) => new(
        new Snowflake(change.Id),
        change.From is { } from ? look.Teams[from].Id : null,
        change.To < look.Teams.Count ? look.Teams[change.To].Id : look.Teams.Count - change.To - 1,
        TeamTracks.Of(plan.Roster[plan.Roster.IndexOf(change.Id)].Tracks));
}
