using Nexus.Bot.Data;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>A team with its people, as it is shown.</summary>
internal sealed record TeamSheet(Team Team, IReadOnlyList<TeamMember> Members)
{
    public static async Task<TeamSheet> OfAsync(NexusDb db, Team team, CancellationToken ct) => new(team, await TeamLife.MembersAsync(db, team, ct));
}
