using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>Takes the teams of a formation back in one save; their roles, threads and channels are cleared away from the rows afterwards.</summary>
internal sealed class UndoBook(TeamLife life, IEnumerable<IFormationNews> formations, LogBook log, GuildConfigurations configurations, TimeProvider clock)
{
    public static Task<List<Team>> TeamsAsync(NexusDb db, Commitment commitment, CancellationToken ct) =>
        db.In<Team>(commitment.GuildId).Where(team => team.FormationId == commitment.FormationId).OrderBy(team => team.Number).ToListAsync(ct);

    /// <summary>Who is on them now.</summary>
    public static Task<List<TeamMember>> MembersAsync(NexusDb db, Commitment commitment, CancellationToken ct) => db.In<TeamMember>(commitment.GuildId)
        .Where(member => member.LeftAt == null && db.In<Team>(commitment.GuildId).Any(team => team.Id == member.TeamId && team.FormationId == commitment.FormationId))
        .OrderBy(member => member.Id)
        .ToListAsync(ct);

    /// <summary>Saves nothing.</summary>
    public async Task UndoAsync(NexusDb db, Commitment commitment, Snowflake by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (commitment.UndoneAt, commitment.UndoneById) = (now, by);
        commitment.Revision++;
        var members = (await MembersAsync(db, commitment, ct)).ToLookup(member => member.TeamId);
        var teams = await TeamsAsync(db, commitment, ct);
        var told = new HashSet<Snowflake>();
        var elsewhere = (await configurations.OfAsync(commitment.GuildId, ct)).ReminderChannelId;
        foreach (var team in teams)
        {
            foreach (var member in members[team.Id].Where(member => told.Add(member.PersonId)))
            {
                db.Add(Delivery.Plan(commitment.GuildId, UndoneSource.DeliveryKind, member.Id, DeliveryTarget.DmOf(member.PersonId, elsewhere), now));
            }

            if (team.Status == TeamStatus.Active)
            {
                await life.EndAsync(db, team, [.. members[team.Id]], by, ct);
            }

            team.IsUndone = true;
            life.Revise(team);
        }

        foreach (var listener in formations)
        {
            await listener.UndoneAsync(db, commitment.GuildId, commitment.FormationId, ct);
        }

        await log.AddAsync(db, commitment.GuildId, by, UndoViews.Logged(commitment.Number, teams.Count), link: null, ct);
    }
}
