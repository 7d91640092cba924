using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>Makes a team of an idea's people.</summary>
internal sealed class TeamFormer(TeamLife life, GuildConfigurations configurations, IJobSchedule schedule, TimeProvider clock) : ITeamFormer
{
    // The idea's unit of work is saved by then; if not, the job's next sweep finds the team.
    private static readonly TimeSpan Saved = TimeSpan.FromSeconds(2);

    public async Task<FormedTeam> FormAsync(NexusDb db, IdeaTeam idea, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        // An idea that was taken back from building may still have its team: that one goes on, with who came meanwhile.
        var team = await db.In<Team>(idea.Guild).SingleOrDefaultAsync(it => it.IdeaId == idea.IdeaId && it.Status == TeamStatus.Active, ct);
        if (team is null)
        {
            team = new Team
            {
                GuildId = idea.Guild,
                Number = await TeamLife.NextNumberAsync(db, idea.Guild, ct),
                Name = Md.Cut(Md.Line(string.IsNullOrWhiteSpace(idea.Name) ? idea.Title : idea.Name), Team.MostName),
                Source = TeamSource.Idea,
                CreatedBy = idea.FormedBy,
                IdeaId = idea.IdeaId,
                IdeaNumber = idea.Number,
                IdeaUrl = idea.ThreadUrl,
                CreatedAt = now,
            };
            db.Add(team);
            await life.StepAsync(db, team, TeamAct.Created, idea.FormedBy, byMentor: false, ct);
        }

        // Who is on another team as well was wanted here by whoever formed it.
        foreach (var person in idea.Members.DistinctBy(it => it.Person))
        {
            var row = await db.In<TeamMember>(idea.Guild).SingleOrDefaultAsync(it => it.TeamId == team.Id && it.PersonId == person.Person, ct);
            if (row is null)
            {
                db.Add(new TeamMember { GuildId = idea.Guild, TeamId = team.Id, PersonId = person.Person, Track = person.Track, Since = now });
            }
            else if (row.LeftAt is not null)
            {
                (row.Track, row.Since, row.LeftAt) = (person.Track, now, null);
            }
        }

        var known = await db.In<TeamAsk>(idea.Guild).Where(ask => ask.TeamId == team.Id).Select(ask => ask.PersonId).ToListAsync(ct);
        foreach (var person in idea.Waiting.DistinctBy(it => it.Person).Where(it => !known.Contains(it.Person) && idea.Members.All(member => member.Person != it.Person)))
        {
            db.Add(new TeamAsk
            {
                GuildId = idea.Guild, TeamId = team.Id, PersonId = person.Person, Kind = TeamAskKind.Waiting, Track = person.Track, ById = person.Person, At = now, ExpiresAt = now,
            });
        }

        life.Revise(team);
        schedule.WakeAt<PlaceTeamsJob>(now + Saved);
        return new FormedTeam(team.Name);
    }

    // Without a channel for teams none has a thread of its own, and nothing is posted there.
    public async Task<bool> CallsItsPeopleAsync(Snowflake guild, CancellationToken ct) => (await configurations.OfAsync(guild, ct)).TeamChannelId is not null;
}
