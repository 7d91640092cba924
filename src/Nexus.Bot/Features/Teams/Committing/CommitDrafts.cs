using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>What a plan makes of people as they are now. For follow-ups: it asks Discord who is there.</summary>
internal sealed class CommitDrafts(KnownMembers members, IProfiles profiles, GuildHubs hubs)
{
    public async Task<CommitDraft> OfAsync(NexusDb db, ReadyPlan plan, CancellationToken ct)
    {
        var planned = plan.Teams.SelectMany(team => team.Explained.Members).Distinct().Select(id => new Snowflake(id)).ToList();
        var known = await members.OfAsync(plan.Guild, options: null, ct);
        var here = known.Members.ToDictionary(member => member.Id);

        // Without Discord's list nobody can be said to be gone; who is, is noticed when they are let in.
        var gone = known.IsAll ? planned.Where(person => !here.ContainsKey(person)).ToHashSet() : [];
        var said = (await profiles.OfAsync(db, plan.Guild, [.. planned.Select(person => here.GetValueOrDefault(person) ?? new KnownMember(person, [], null))], ct)).ToDictionary(it => it.Person);
        var optedOut = planned.Where(person => !gone.Contains(person) && said[person].IsOutOfTeams).ToHashSet();
        var now = await OnTeamsAsync(db, plan, planned, ct);
        var coming = planned.Where(person => !gone.Contains(person) && !optedOut.Contains(person)).ToHashSet();
        var names = await hubs.OfAsync(plan.Guild, ct);
        return new CommitDraft(
            [
                .. plan.Teams.Select((team, index) => new DraftTeam(
                    team.Name ?? "",
                    [.. team.Explained.Members.Select(id => new Snowflake(id)).Where(coming.Contains).Select(person => new DraftMember(person, TeamTracks.Of(said[person].Tracks)))],
                    IsWhole(team) ? WhyViews.Words(team.Explained, plan.Monday, tag => names.Pages.FirstOrDefault(page => page.Slug == tag)?.Title ?? tag) : "")).Where(team => team.Members.Count > 0),
            ],
            [.. planned.Where(gone.Contains)],
            [.. planned.Where(optedOut.Contains)],
            [.. now.Where(it => it.On.FormationId is not null && coming.Contains(it.Person))],
            [.. now.Where(it => it.On.FormationId is null && coming.Contains(it.Person))]);

        // Of a smaller team the reasons are others, and nobody has compared them.
        bool IsWhole(PlannedTeam team) => team.Explained.Members.All(id => coming.Contains(new Snowflake(id)));
    }

    private static async Task<IReadOnlyList<(Snowflake Person, Team On)>> OnTeamsAsync(NexusDb db, ReadyPlan plan, List<Snowflake> people, CancellationToken ct)
    {
        var rows = await db.In<TeamMember>(plan.Guild).AsNoTracking()
            .Where(member => member.LeftAt == null && member.Track != TeamTracks.Mentor && people.Contains(member.PersonId))
            .Join(db.In<Team>(plan.Guild).AsNoTracking().Where(team => team.Status == TeamStatus.Active), member => member.TeamId, team => team.Id, (member, team) => new { member.PersonId, Team = team })
            .ToListAsync(ct);
        return [.. rows.Where(row => row.Team.FormationId != plan.Id).OrderBy(row => row.PersonId).ThenBy(row => row.Team.Number).Select(row => (row.PersonId, row.Team))];
    }
}
