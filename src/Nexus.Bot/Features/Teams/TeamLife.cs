using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Jobs;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>How somebody's way onto a team ended.</summary>
/// <param name="IsOn">They are on it now.</param>
/// <param name="Other">The team they are on already, for which they cannot come.</param>
internal sealed record JoinResult(bool IsOn, Team? Other)
{
    /// <summary>They were on it before.</summary>
    public bool WasOn { get; init; }
}

/// <summary>
/// Makes the changes of a team, each in one save with what follows from it: the step, the news in its thread, the log, and what its
/// idea hears. Of two at once the later fails with a clash (<see cref="DatabaseFailure.Clash"/>) and is decided anew by the router.
/// </summary>
internal sealed class TeamLife(IEnumerable<IIdeaNews> ideas, LogBook log, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock)
{
    /// <summary>Tracked; null when there is none such.</summary>
    public static Task<Team?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) => db.In<Team>(guild).SingleOrDefaultAsync(team => team.Id == id, ct);

    /// <summary>Who is on it now, the longest first.</summary>
    public static Task<List<TeamMember>> MembersAsync(NexusDb db, Team team, CancellationToken ct) => db.In<TeamMember>(team.GuildId)
        .Where(member => member.TeamId == team.Id && member.LeftAt == null)
        .OrderBy(member => member.Since).ThenBy(member => member.Id)
        .ToListAsync(ct);

    /// <summary>Somebody who is, or was, on it; tracked.</summary>
    public static Task<TeamMember?> FormerAsync(NexusDb db, Team team, Snowflake person, CancellationToken ct) =>
        db.In<TeamMember>(team.GuildId).SingleOrDefaultAsync(member => member.TeamId == team.Id && member.PersonId == person, ct);

    /// <summary>The teams somebody is on now, the latest first.</summary>
    /// <param name="asMentor">Also those they look after.</param>
    public static Task<List<Team>> OfAsync(NexusDb db, Snowflake guild, Snowflake person, bool asMentor, CancellationToken ct) => db.In<TeamMember>(guild)
        .Where(member => member.PersonId == person && member.LeftAt == null && (asMentor || member.Track != TeamTracks.Mentor))
        .Join(db.In<Team>(guild), member => member.TeamId, team => team.Id, (_, team) => team)
        .OrderByDescending(team => team.Number)
        .ToListAsync(ct);

    public static async Task<int> NextNumberAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        (await db.In<Team>(guild).MaxAsync(team => (int?)team.Number, ct) ?? 0) + 1;

    /// <summary>Somebody comes onto a team, if nothing speaks against it. Saves nothing.</summary>
    /// <param name="isExempt">Also when they are on another team: a mentor wants it so.</param>
    /// <param name="byMentor">A mentor does it for a team that is not theirs.</param>
    /// <param name="from">The name of the team a mentor moves them from.</param>
    public async Task<JoinResult> JoinAsync(NexusDb db, Team team, Snowflake person, string track, Snowflake by, bool isExempt, bool byMentor, CancellationToken ct, string? from = null)
    {
        var row = await FormerAsync(db, team, person, ct);
        if (row is { LeftAt: null })
        {
            return new JoinResult(true, null) { WasOn = true };
        }

        var isSole = !isExempt && track != TeamTracks.Mentor;
        if (isSole && (await OfAsync(db, team.GuildId, person, asMentor: false, ct)).FirstOrDefault() is { } other)
        {
            return new JoinResult(false, other);
        }

        if (row is null)
        {
            row = new TeamMember { GuildId = team.GuildId, TeamId = team.Id, PersonId = person, Track = track, Since = clock.GetUtcNow() };
            db.Add(row);
        }

        (row.Track, row.Since, row.LeftAt, row.SoleOf) = (track, clock.GetUtcNow(), null, isSole ? person : null);
        team.Why = track == TeamTracks.Mentor ? team.Why : null;
        if (await db.In<TeamAsk>(team.GuildId).SingleOrDefaultAsync(it => it.TeamId == team.Id && it.PersonId == person, ct) is { } ask)
        {
            Answer(ask, TeamAskAnswer.Yes);
        }

        await StepAsync(db, team, TeamAct.Joined, by, byMentor, ct, person, before: from, after: track);
        return new JoinResult(true, null);
    }

    /// <summary>Somebody goes; with the last learner the team ends. Saves nothing.</summary>
    public async Task LeaveAsync(NexusDb db, Team team, TeamMember member, Snowflake by, TeamAct act, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (member.LeftAt, member.SoleOf) = (now, null);
        team.Why = member.IsMentor ? team.Why : null;
        await StepAsync(db, team, act, by, byMentor: act == TeamAct.Removed, ct, member.PersonId, before: member.Track);
        var rest = (await MembersAsync(db, team, ct)).Where(it => it.Id != member.Id).ToList();
        if (member.IsMentor ? rest.Count > 0 : rest.Exists(it => !it.IsMentor))
        {
            if (team.FormationId is not null && !member.IsMentor && act is TeamAct.Left or TeamAct.Gone)
            {
                // Mentors made this team by rules, and may have to mend it.
                await log.AddAsync(db, team.GuildId, member.PersonId, TeamNewsViews.LoggedLeaving(team, rest.Count(it => !it.IsMentor)), link: null, ct);
            }

            return;
        }

        foreach (var left in rest)
        {
            left.LeftAt = now;
        }

        (team.Status, team.EndedAt) = (TeamStatus.Ended, now);
        await StepAsync(db, team, TeamAct.Ended, by, byMentor: false, ct);
        await TellIdeaAsync(db, team, ct);
    }

    /// <summary>Ends it for everybody. Saves nothing.</summary>
    /// <param name="members">Who is on it, tracked.</param>
    public async Task EndAsync(NexusDb db, Team team, IReadOnlyList<TeamMember> members, Snowflake by, CancellationToken ct, bool byMentor = false)
    {
        var now = clock.GetUtcNow();
        foreach (var member in members)
        {
            (member.LeftAt, member.SoleOf) = (now, null);
        }

        (team.Status, team.EndedAt) = (TeamStatus.Ended, now);
        await StepAsync(db, team, TeamAct.Ended, by, byMentor, ct);
        await TellIdeaAsync(db, team, ct);
    }

    /// <summary>Takes back that somebody left, with the end that it may have been. Saves nothing.</summary>
    /// <param name="by">A mentor who takes it back; null when they do themselves.</param>
    public async Task<JoinResult> ComeBackAsync(NexusDb db, Team team, TeamMember member, CancellationToken ct, Snowflake? by = null)
    {
        var (person, left) = (member.PersonId, member.LeftAt);
        var wasOnMore = await db.In<TeamMember>(team.GuildId).AnyAsync(it => it.PersonId == person && it.TeamId != team.Id && it.LeftAt == null && it.Since < left, ct);
        var result = await JoinAsync(db, team, person, member.Track, by ?? person, isExempt: wasOnMore, byMentor: by is not null, ct);
        if (result.IsOn && team.Status == TeamStatus.Ended)
        {
            var ended = team.EndedAt;
            foreach (var mentor in await db.In<TeamMember>(team.GuildId).Where(it => it.TeamId == team.Id && it.LeftAt == ended && it.PersonId != person && it.Track == TeamTracks.Mentor).ToListAsync(ct))
            {
                mentor.LeftAt = null;
            }

            (team.Status, team.EndedAt) = (TeamStatus.Active, null);
            await StepAsync(db, team, TeamAct.Resumed, by ?? person, byMentor: by is not null, ct);
            await TellIdeaAsync(db, team, ct);
        }

        return result;
    }

    /// <summary>Takes back that a mentor ended it. Who has come to another team meanwhile stays there. Saves nothing.</summary>
    /// <returns>Who is on it again, tracked; when that is nobody, nothing was changed.</returns>
    public async Task<(IReadOnlyList<TeamMember> Back, IReadOnlyList<TeamMember> Elsewhere)> ResumeAsync(NexusDb db, Team team, Snowflake by, CancellationToken ct)
    {
        var ended = team.EndedAt;
        var former = await db.In<TeamMember>(team.GuildId).Where(it => it.TeamId == team.Id && it.LeftAt == ended).OrderBy(it => it.Since).ThenBy(it => it.Id).ToListAsync(ct);
        var people = former.Select(it => it.PersonId).ToList();
        var others = (await db.In<TeamMember>(team.GuildId).AsNoTracking()
            .Where(it => people.Contains(it.PersonId) && it.TeamId != team.Id && it.LeftAt == null && it.Track != TeamTracks.Mentor).ToListAsync(ct)).ToLookup(it => it.PersonId);
        var elsewhere = former.Where(it => !it.IsMentor && others[it.PersonId].Any(other => other.Since >= ended)).ToList();
        var back = former.Except(elsewhere).ToList();
        if (back.TrueForAll(it => it.IsMentor))
        {
            return ([], elsewhere);
        }

        foreach (var member in back)
        {
            (member.LeftAt, member.SoleOf) = (null, member.IsMentor || others[member.PersonId].Any() ? null : member.PersonId);
        }

        (team.Status, team.EndedAt) = (TeamStatus.Active, null);
        await StepAsync(db, team, TeamAct.Resumed, by, byMentor: true, ct);
        await TellIdeaAsync(db, team, ct);
        return (back, elsewhere);
    }

    /// <summary>Saves nothing.</summary>
    public async Task<TeamStep> RenameAsync(NexusDb db, Team team, string name, Snowflake by, bool byMentor, CancellationToken ct)
    {
        var before = team.Name;
        team.Name = name;
        var step = await StepAsync(db, team, TeamAct.Renamed, by, byMentor, ct, before: before, after: name);
        await TellIdeaAsync(db, team, ct);
        return step;
    }

    /// <summary>Sets one of its links, or takes it away. Saves nothing.</summary>
    public async Task<TeamStep> LinkAsync(NexusDb db, Team team, TeamAct which, string? url, Snowflake by, bool byMentor, CancellationToken ct)
    {
        var before = TeamLinks.Of(team, which);
        TeamLinks.Set(team, which, url);
        var step = await StepAsync(db, team, which, by, byMentor, ct, before: before, after: url);
        if (which == TeamAct.Repository)
        {
            await TellIdeaAsync(db, team, ct);
        }

        return step;
    }

    public void Answer(TeamAsk ask, TeamAskAnswer answer) => (ask.Answer, ask.AnsweredAt) = (answer, clock.GetUtcNow());

    /// <summary>Keeps what was done, tells it in the thread when there is one, and in the log when a mentor did it for others. Saves nothing.</summary>
    public async Task<TeamStep> StepAsync(
        NexusDb db, Team team, TeamAct act, Snowflake by, bool byMentor, CancellationToken ct, Snowflake? person = null, string? before = null, string? after = null)
    {
        var now = clock.GetUtcNow();
        var step = new TeamStep
        {
            GuildId = team.GuildId, TeamId = team.Id, Number = ++team.Steps, At = now, Act = act, ById = by, PersonId = person, Before = before, After = after,
        };
        db.Add(step);
        if (team.ThreadId is { } thread && TeamNewsViews.IsTold(act))
        {
            db.Add(Delivery.Plan(team.GuildId, TeamNewsSource.DeliveryKind, team.Id, DeliveryTarget.In(thread), now, step.Number));
        }

        if (byMentor)
        {
            await log.AddAsync(db, team.GuildId, by, TeamNewsViews.Logged(team, step), link: null, ct);
        }

        return step;
    }

    /// <summary>Saves, and has its place brought up to date.</summary>
    public async Task SaveAsync(NexusDb db, Team team, CancellationToken ct)
    {
        Revise(team);
        await SaveRevisedAsync(db, ct);
    }

    /// <summary>Saves teams that were marked as changed, and has their places brought up to date.</summary>
    public async Task SaveRevisedAsync(NexusDb db, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var now = clock.GetUtcNow();
        queue.WakeAt(now);
        schedule.WakeAt<PlaceTeamsJob>(now);
    }

    /// <summary>Marks it as changed, to be saved by somebody else.</summary>
    public void Revise(Team team)
    {
        team.Revision++;
        team.PlaceAt = clock.GetUtcNow();
    }

    private async Task TellIdeaAsync(NexusDb db, Team team, CancellationToken ct)
    {
        if (team.IdeaId is { } idea)
        {
            foreach (var listener in ideas)
            {
                await listener.TeamChangedAsync(db, team.GuildId, idea, new TeamNews(team.Status == TeamStatus.Ended ? null : team.Name, team.Repository), ct);
            }
        }
    }
}
