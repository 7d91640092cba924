using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary><c>/teams rebalance</c>: after people left, the fewest moves with which the rules hold again.</summary>
internal sealed class RebalanceTeamsCommand(RebalanceDesk desk, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("teams", "rebalance", "After people left: the fewest moves with which the rules of teams hold again")
    {
        Options = [Option.Flag("with_free", "Also give a team to those who have none").Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams rebalance",
        Details = "Looks at the teams of the latest formation by its rules (where there was none, at all teams). It shows which rules no longer hold and whom to move, each with what it mends. "
            + "Choose people who stay where they are and look again. **Make these moves** tells those who move and their teams, once; it can be undone while nothing else has changed.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        // What nobody went on with is of no use any more.
        await desk.Db.In<Rebalance>(call.Guild).Where(row => row.State == RebalanceState.Proposed && row.ById == call.User).ExecuteDeleteAsync(ct);
        var row = new Rebalance { GuildId = call.Guild, ById = call.User, CreatedAt = clock.GetUtcNow(), TakesFree = call.Flag("with_free") };
        desk.Db.Add(row);
        await desk.Db.SaveChangesAsync(ct);
        return RebalanceDesk.Again(row, isChange: false);
    }
}
