using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>The teams a rebalance is about, as they are now.</summary>
/// <param name="Rules">Of the formation they were put together by; of no formation when there was none.</param>
/// <param name="Before">The teams as they are, in the order of <paramref name="Teams"/>.</param>
/// <param name="Free">Who has no team and could be given one.</param>
/// <param name="Cohort">Everybody, with who takes no part and why.</param>
internal sealed record RebalanceLook(Formation Rules, IReadOnlyList<Team> Teams, Plan Before, MatchTask Task, IReadOnlyList<Snowflake> Free, FormationCohort Cohort);

/// <summary>Looks at the teams of the latest formation, or at all there are. For follow-ups: it asks Discord.</summary>
internal sealed class RebalanceLooks(IProfiles profiles, FormationCohorts cohorts, TimeProvider clock)
{
    /// <exception cref="Nexus.Discord.Rest.DiscordApiException">Who is there cannot be found out now.</exception>
    public async Task<RebalanceLook> OfAsync(NexusDb db, Rebalance row, CancellationToken ct)
    {
        var guild = row.GuildId;
        var formation = await db.In<Formation>(guild).AsNoTracking().Where(it => it.State == FormationState.Committed).OrderByDescending(it => it.Number).FirstOrDefaultAsync(ct);
        var rules = formation ?? new Formation { GuildId = guild, Number = 0, ById = row.ById, CreatedAt = clock.GetUtcNow(), MinimumHours = 0 };
        var teams = await db.In<Team>(guild).AsNoTracking()
            .Where(team => team.Status == TeamStatus.Active && (formation == null || team.FormationId == rules.Id))
            .OrderBy(team => team.Number)
            .ToListAsync(ct);
        var ids = teams.Select(team => team.Id).ToList();
        var members = await db.In<TeamMember>(guild).AsNoTracking().Where(member => ids.Contains(member.TeamId) && member.LeftAt == null && member.Track != TeamTracks.Mentor).OrderBy(member => member.Id).ToListAsync(ct);

        // Somebody may be on two of these teams: a mentor wanted it so. Only the first counts here.
        var seats = members.DistinctBy(member => member.PersonId).ToList();
        var said = await profiles.OfAsync(db, guild, [.. seats.Select(member => new KnownMember(member.PersonId, [], null))], ct);
        var monday = SharedHours.WeekToCome(clock.GetUtcNow());
        var tracks = seats.ToDictionary(member => member.PersonId, member => TeamTracks.Built(member.Track));

        // Who has a team of another kind is not without one, whatever the formation took.
        rules.IncludesPlaced = false;
        var cohort = await cohorts.OfAsync(db, rules, ct);
        var free = cohort.People.Where(one => !tracks.ContainsKey(one.Person)).ToList();
        IEnumerable<Learner> learners =
        [
            .. said.Select(one => one.ToLearner(monday) with { Tracks = one.Missing.HasFlag(ProfileParts.Track) ? tracks[one.Person] : one.ToLearner(monday).Tracks }),
            .. row.TakesFree ? free.Select(one => one.ToLearner(monday)) : [],
        ];
        var task = new MatchTask(new Cohort([.. learners], await FormerTeams.OfAsync(db, guild, rules.Id, ct)), rules.Rules, rules.Weights, (ulong)rules.Seed)
        {
            Seats = [.. teams.Select(team => seats.Where(member => member.TeamId == team.Id).Select(member => member.PersonId.Value).ToArray())],
            Locked = row.Staying.Select(ulong.Parse).ToHashSet(),
        };
        var roster = new Roster(task.Cohort, task.Rules);
        var before = new Plan(new Scorer(roster, task.Weights), task.Seats.Select(team => (IReadOnlyList<int>)[.. team.Select(roster.IndexOf)]));
        return new RebalanceLook(rules, teams, before, task, [.. free.Select(one => one.Person)], cohort);
    }
}
