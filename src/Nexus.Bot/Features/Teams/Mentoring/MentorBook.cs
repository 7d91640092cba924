using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary>What a mentor has on their hands.</summary>
/// <param name="Most">How many teams they would look after; null when they have not said.</param>
/// <param name="Teams">Those they look after, by number.</param>
/// <param name="Offers">Teams they are asked to take and have not answered.</param>
internal sealed record MentorLoad(Snowflake Person, int? Most, IReadOnlyList<Team> Teams, int Offers)
{
    public int Free => Most is { } most ? Math.Max(0, most - Teams.Count - Offers) : 0;
}

/// <summary>A team that waits.</summary>
/// <param name="Offer">To whom it is offered now.</param>
/// <param name="Asked">Who has been asked since it began to wait.</param>
internal sealed record WaitingTeam(MentorWish Wish, Team Team, TeamAsk? Offer, IReadOnlySet<Snowflake> Asked);

/// <summary>Who looks after how many teams, and which teams wait for somebody.</summary>
internal static class MentorBook
{
    /// <summary>Mentors who look after a team or have said how many they would, those with the most room first.</summary>
    public static async Task<IReadOnlyList<MentorLoad>> LoadsAsync(NexusDb db, Snowflake guild, DateTimeOffset now, CancellationToken ct)
    {
        var rooms = await db.In<MentorRoom>(guild).AsNoTracking().ToListAsync(ct);
        var taken = (await db.In<TeamMember>(guild).Where(member => member.LeftAt == null && member.Track == TeamTracks.Mentor)
            .Join(db.In<Team>(guild).Where(team => team.Status == TeamStatus.Active), member => member.TeamId, team => team.Id, (member, team) => new { member.PersonId, Team = team })
            .AsNoTracking().ToListAsync(ct)).ToLookup(one => one.PersonId, one => one.Team);
        var offers = (await db.In<TeamAsk>(guild)
            .Where(ask => ask.Kind == TeamAskKind.Invitation && ask.Track == TeamTracks.Mentor && ask.Answer == TeamAskAnswer.None && ask.ExpiresAt > now)
            .Select(ask => ask.PersonId).ToListAsync(ct)).ToLookup(person => person);
        return
        [
            .. rooms.Select(room => room.PersonId).Union(taken.Select(one => one.Key))
                .Select(person => new MentorLoad(person, rooms.Find(room => room.PersonId == person)?.Most, [.. taken[person].OrderBy(team => team.Number)], offers[person].Count()))
                .OrderByDescending(load => load.Free).ThenBy(load => load.Teams.Count).ThenBy(load => load.Person.Value),
        ];
    }

    /// <summary>Teams that wait, the longest first.</summary>
    public static async Task<IReadOnlyList<WaitingTeam>> WaitingAsync(NexusDb db, Snowflake guild, DateTimeOffset now, CancellationToken ct)
    {
        var wishes = await db.In<MentorWish>(guild).AsNoTracking()
            .Join(db.In<Team>(guild).Where(team => team.Status == TeamStatus.Active), wish => wish.TeamId, team => team.Id, (wish, team) => new { Wish = wish, Team = team })
            .Where(one => !db.In<TeamMember>(guild).Any(member => member.TeamId == one.Team.Id && member.LeftAt == null && member.Track == TeamTracks.Mentor))
            .OrderBy(one => one.Wish.At).ThenBy(one => one.Wish.Id)
            .ToListAsync(ct);
        var teams = wishes.Select(one => one.Team.Id).ToList();
        var offers = await db.In<TeamAsk>(guild).AsNoTracking().Where(ask => teams.Contains(ask.TeamId) && ask.Track == TeamTracks.Mentor).ToListAsync(ct);
        return
        [
            .. wishes.Select(one => new WaitingTeam(
                one.Wish,
                one.Team,
                offers.Find(ask => ask.TeamId == one.Team.Id && ask.Kind == TeamAskKind.Invitation && ask.IsOpen(now)),
                offers.Where(ask => ask.TeamId == one.Team.Id && ask.At >= one.Wish.At).Select(ask => ask.PersonId).ToHashSet())),
        ];
    }

    /// <summary>Takes one of the places that a mentor has for teams. Saves nothing.</summary>
    /// <returns>How many they have when all are taken; null when they may come.</returns>
    public static async Task<int?> TakeAsync(NexusDb db, Team team, Snowflake person, CancellationToken ct)
    {
        if (await db.In<MentorRoom>(team.GuildId).SingleOrDefaultAsync(it => it.PersonId == person, ct) is not { } room)
        {
            return null;
        }

        var teams = (await OfAsync(db, team.GuildId, person, ct)).Select(one => one.Id).ToList();
        if (teams.Contains(team.Id))
        {
            return null;
        }

        if (teams.Count >= room.Most)
        {
            return room.Most;
        }

        room.Revision++;
        return null;
    }

    /// <summary>They have said how many teams they would look after, and look after as many.</summary>
    public static async Task<bool> IsFullAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
        await db.In<MentorRoom>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.PersonId == person, ct) is { } room && (await OfAsync(db, guild, person, ct)).Count >= room.Most;

    /// <summary>They are no longer on the server.</summary>
    public static Task ForgetAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) =>
        db.In<MentorRoom>(guild).Where(room => room.PersonId == person).ExecuteDeleteAsync(ct);

    private static Task<List<Team>> OfAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) => db.In<TeamMember>(guild)
        .Where(member => member.PersonId == person && member.LeftAt == null && member.Track == TeamTracks.Mentor)
        .Join(db.In<Team>(guild).Where(team => team.Status == TeamStatus.Active), member => member.TeamId, team => team.Id, (_, team) => team)
        .AsNoTracking().ToListAsync(ct);
}
