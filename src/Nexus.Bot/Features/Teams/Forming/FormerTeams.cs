using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>Who was with whom in teams that were formed before, and how many formations ago.</summary>
internal static class FormerTeams
{
    /// <param name="but">The formation that is being planned.</param>
    public static async Task<IReadOnlyList<Meeting>> OfAsync(NexusDb db, Snowflake guild, long but, CancellationToken ct)
    {
        var people = await db.In<Team>(guild).Where(team => team.FormationId != null && team.FormationId != but)
            .Join(db.In<TeamMember>(guild).Where(member => member.Track != TeamTracks.Mentor), team => team.Id, member => member.TeamId, (team, member) => new { team.Id, team.FormationId, team.CreatedAt, member.PersonId })
            .ToListAsync(ct);
        var formations = people.GroupBy(one => one.FormationId!.Value).OrderByDescending(one => one.Max(it => it.CreatedAt)).Select(one => one.Key).ToList();
        return
        [
            .. people.GroupBy(one => one.Id).SelectMany(team =>
                from one in team
                from other in team
                where one.PersonId < other.PersonId
                select new Meeting(one.PersonId.Value, other.PersonId.Value, 1 + formations.IndexOf(one.FormationId!.Value))),
        ];
    }
}
