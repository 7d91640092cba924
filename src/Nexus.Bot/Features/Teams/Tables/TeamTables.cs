using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Tables;

/// <summary>Teams and people out of the database, and a table into a formation's plan: it is explained, changed and committed like any other.</summary>
internal sealed class TeamTables(NexusDb db, IProfiles profiles, FormationCohorts cohorts, GuildMembers members, IDiscordRest discord, TimeProvider clock)
{
    /// <summary>Everybody who is on a team or could be.</summary>
    /// <exception cref="DiscordApiException">Who is there cannot be found out now.</exception>
    public async Task<IReadOnlyList<ExportedPerson>> PeopleAsync(Snowflake guild, CancellationToken ct)
    {
        var formation = new Formation { GuildId = guild, Number = 0, ById = guild, CreatedAt = clock.GetUtcNow(), IncludesPlaced = true };
        var learners = (await cohorts.OfAsync(db, formation, ct)).People.Select(one => one.Person).ToHashSet();
        var seats = await db.In<TeamMember>(guild).AsNoTracking().Where(member => member.LeftAt == null)
            .Join(db.In<Team>(guild).AsNoTracking().Where(team => team.Status == TeamStatus.Active), member => member.TeamId, team => team.Id, (member, team) => new { member, team })
            .OrderBy(it => it.team.Number).ThenBy(it => it.member.Id)
            .ToListAsync(ct);
        var free = learners.Except(seats.Select(it => it.member.PersonId)).Order().ToList();
        var names = await NamesAsync(guild, ct);
        var said = (await profiles.OfAsync(db, guild, [.. seats.Select(it => it.member.PersonId).Concat(free).Distinct().Select(id => new KnownMember(id, [], null))], ct)).ToDictionary(one => one.Person);
        return
        [
            .. seats.Select(it => Person(said[it.member.PersonId], names, it.team, it.member.Track)),
            .. free.Select(id => Person(said[id], names, null, TeamTracks.Of(said[id].Tracks))),
        ];
    }

    /// <summary>The formation with the plan of the table, saved; or what is wrong with which lines, and nothing is changed.</summary>
    /// <exception cref="DiscordApiException">Who is there cannot be found out now, or the file is gone.</exception>
    public async Task<(Formation? Formation, IReadOnlyList<RowProblem> Problems)> ImportAsync(Snowflake guild, Snowflake by, Attachment file, CancellationToken ct)
    {
        var table = TeamTable.Read(await discord.DownloadAsync(file, TeamTable.Largest, ct));
        var formation = await Formations.OpenAsync(db, guild, ct) ?? await Formations.BeginAsync(db, guild, by, clock.GetUtcNow(), ct);
        formation.SolvedAt = clock.GetUtcNow();
        var cohort = await cohorts.OfAsync(db, formation, ct);
        var names = await NamesAsync(guild, ct);
        var (teams, problems) = Seat(table, cohort, names);
        if (problems.Count > 0 || teams.Count == 0)
        {
            return (null, problems.Count > 0 ? problems : [new RowProblem(1, "no row has a team")]);
        }

        (formation.Before, formation.Seats) = (formation.State == FormationState.Ready ? formation.Seats : null, new FormationSeats(teams).ToString());
        (formation.State, formation.Locked, formation.Remedies) = (FormationState.Ready, [], []);
        await Formations.SaveAsync(db, formation, ct);
        return (formation, []);
    }

    private static (IReadOnlyList<IReadOnlyList<Seat>> Teams, IReadOnlyList<RowProblem> Problems) Seat(TableRead table, FormationCohort cohort, Dictionary<Snowflake, string> names)
    {
        var problems = table.Problems.ToList();
        var here = cohort.People.ToDictionary(one => one.Person);
        var teams = new Dictionary<string, List<Seat>>(StringComparer.OrdinalIgnoreCase);
        var lines = new Dictionary<Snowflake, int>();
        foreach (var row in table.Rows)
        {
            var found = Meant(row.Person, names);
            if (found is not [var person])
            {
                problems.Add(new RowProblem(row.Line, found.Count == 0 ? $"nobody here is called {Md.Code(row.Person)}" : $"several are called {Md.Code(row.Person)}: write the id"));
            }
            else if (!here.TryGetValue(person, out var profile))
            {
                problems.Add(new RowProblem(row.Line, $"{Md.User(person)} {(cohort.OptedOut.Contains(person) ? "asked not to be put on a team" : cohort.OnTeam.Contains(person) ? "is on a team already" : cohort.Without.Contains(person) ? "was left out of this formation" : "is no learner on this server")}"));
            }
            else if (!lines.TryAdd(person, row.Line))
            {
                problems.Add(new RowProblem(row.Line, string.Create(CultureInfo.InvariantCulture, $"{Md.User(person)} is in line {lines[person]} already")));
            }
            else
            {
                (teams.TryGetValue(row.Team, out var team) ? team : teams[row.Team] = []).Add(new Seat(person.Value, profile.Tracks));
                if (teams[row.Team].Count == FormationForm.LargestTeam + 1)
                {
                    problems.Add(new RowProblem(row.Line, string.Create(CultureInfo.InvariantCulture, $"a team has {FormationForm.LargestTeam} people at most")));
                }
            }
        }

        return ([.. teams.Values], [.. problems.OrderBy(problem => problem.Line)]);
    }

    // An id, a mention, or a name that only one has.
    private static List<Snowflake> Meant(string typed, Dictionary<Snowflake, string> names) =>
        Snowflake.TryParse(typed.Trim('<', '@', '!', '>'), out var id) && id.Value > uint.MaxValue | names.ContainsKey(id)
            ? [id]
            : [.. names.Where(one => one.Value.Equals(typed.TrimStart('@'), StringComparison.OrdinalIgnoreCase)).Select(one => one.Key)];

    private async Task<Dictionary<Snowflake, string>> NamesAsync(Snowflake guild, CancellationToken ct) =>
        (await members.OfAsync(guild, options: null, ct) ?? []).Where(member => member.User is not null).ToDictionary(member => member.User!.Id, member => member.DisplayName);

    private static ExportedPerson Person(PersonProfile said, Dictionary<Snowflake, string> names, Team? team, string track) => new(
        said.Person, names.GetValueOrDefault(said.Person, ""), team, track, said.Interests, said.Languages, said.Missing.HasFlag(ProfileParts.Hours) ? "" : WeekWords.Of(said.Hours), said.Zone.Id);
}
