using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>Who would take part in a formation, and who does not and why.</summary>
/// <param name="People">Those who take part, with what they say of themselves.</param>
/// <param name="OptedOut">They asked not to be put on a team.</param>
/// <param name="OnTeam">They are on a team.</param>
/// <param name="Without">Left out by a mentor.</param>
/// <param name="IsAll">False when Discord does not tell who is there.</param>
internal sealed record FormationCohort(
    Cohort Cohort, IReadOnlyList<PersonProfile> People, IReadOnlyList<Snowflake> OptedOut, IReadOnlyList<Snowflake> OnTeam, IReadOnlyList<Snowflake> Without, bool IsAll)
{
    /// <summary>When people came to the server, as far as Discord tells.</summary>
    public IReadOnlyDictionary<Snowflake, DateTimeOffset> JoinedAt { get; init; } = new Dictionary<Snowflake, DateTimeOffset>();
}

/// <summary>Looks who would take part. For follow-ups: it asks Discord.</summary>
internal sealed class FormationCohorts(IProfiles profiles, KnownMembers members, GuildConfigurations configurations)
{
    /// <exception cref="DiscordApiException">Who is there cannot be found out now.</exception>
    public async Task<FormationCohort> OfAsync(NexusDb db, Formation formation, CancellationToken ct)
    {
        var guild = formation.GuildId;
        var known = await members.OfAsync(guild, options: null, ct);
        var learners = known.But((await configurations.OfAsync(guild, ct)).MentorRoleId)
            .Where(member => formation.RoleId is not { } role || member.Roles.Contains(role))
            .OrderBy(member => member.Id)
            .ToList();
        var said = await profiles.OfAsync(db, guild, learners, ct);
        var placed = formation.IncludesPlaced ? [] : await db.In<TeamMember>(guild)
            .Where(member => member.LeftAt == null && member.Track != TeamTracks.Mentor && db.In<Team>(guild).Any(team => team.Id == member.TeamId && team.Status == TeamStatus.Active))
            .Select(member => member.PersonId)
            .ToListAsync(ct);
        var (onTeam, without) = (placed.ToHashSet(), formation.Without.Select(id => Snowflake.Parse(id)).ToHashSet());
        var people = said.Where(it => !it.IsOutOfTeams && !onTeam.Contains(it.Person) && !without.Contains(it.Person)).ToList();
        var monday = Formations.Monday(formation);
        return new FormationCohort(
            new Cohort([.. people.Select(it => it.ToLearner(monday))], await FormerTeams.OfAsync(db, guild, formation.Id, ct)),
            people,
            [.. said.Where(it => it.IsOutOfTeams).Select(it => it.Person)],
            [.. said.Where(it => !it.IsOutOfTeams && onTeam.Contains(it.Person)).Select(it => it.Person)],
            [.. said.Select(it => it.Person).Where(without.Contains)],
            known.IsAll)
        {
            JoinedAt = learners.Where(member => member.JoinedAt is not null).ToDictionary(member => member.Id, member => member.JoinedAt!.Value),
        };
    }
}
