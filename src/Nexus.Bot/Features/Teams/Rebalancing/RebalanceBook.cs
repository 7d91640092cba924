using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>Makes the moves of a proposal, and takes them back: each in one save, whose places follow from the rows.</summary>
internal sealed class RebalanceBook(TeamLife life, LogBook log, GuildConfigurations configurations, TimeProvider clock)
{
    /// <returns>The teams by id, new ones under the number the moves name them by; null when they have changed since they were looked at.</returns>
    public async Task<IReadOnlyDictionary<long, Team>?> ApplyAsync(NexusDb db, Rebalance row, Snowflake by, CancellationToken ct)
    {
        if (await SeenAsync(db, row, ct) is not { } teams || SeatMoves.Read(row.Moves) is not { Count: > 0 } moves)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var next = await TeamLife.NextNumberAsync(db, row.GuildId, ct);
        var like = teams.Values.OrderBy(team => team.Number).First();
        foreach (var made in moves.Select(move => move.To).Where(to => to < 0).Distinct().OrderDescending())
        {
            var team = new Team
            {
                GuildId = row.GuildId,
                Number = next,
                Name = string.Create(CultureInfo.InvariantCulture, $"Team {next++}"),
                Source = TeamSource.Formed,
                CreatedBy = by,
                FormationId = like.FormationId,
                Place = like.Place,
                WantsRole = like.WantsRole,
                CreatedAt = now,
            };
            db.Add(team);
            await life.StepAsync(db, team, TeamAct.Created, by, byMentor: false, ct);
            teams[made] = team;
        }

        await MoveAsync(db, row, teams, moves, by, ct);
        row.Moves = SeatMoves.Write(moves.Select(move => move with { To = teams[move.To].Id }));
        (row.State, row.Revision) = (RebalanceState.Applied, row.Revision + 1);
        await TellAsync(db, row, moves, occurrence: 1, ct);
        await log.AddAsync(db, row.GuildId, by, RebalanceViews.Logged(moves.Count), link: null, ct);
        await SaveAsync(db, row, teams.Values, ct);
        return teams;
    }

    /// <returns>Whether it could be: nothing else has changed since, and no team ended by it.</returns>
    public async Task<bool> UndoAsync(NexusDb db, Rebalance row, Snowflake by, CancellationToken ct)
    {
        if (await SeenAsync(db, row, ct) is not { } teams)
        {
            return false;
        }

        var moves = SeatMoves.Read(row.Moves);
        foreach (var move in moves.Where(move => move.From is null))
        {
            await LeaveAsync(db, teams[move.To], move.Person, by, to: null, ct);
        }

        await MoveAsync(db, row, teams, [.. moves.Where(move => move.From is not null).Select(move => move with { From = move.To, To = move.From!.Value })], by, ct);
        (row.State, row.Revision) = (RebalanceState.Undone, row.Revision + 1);
        await TellAsync(db, row, moves, occurrence: 2, ct);
        await log.AddAsync(db, row.GuildId, by, RebalanceViews.LoggedUndo(moves.Count), link: null, ct);
        await SaveAsync(db, row, teams.Values, ct);
        return true;
    }

    private async Task MoveAsync(NexusDb db, Rebalance row, Dictionary<long, Team> teams, IReadOnlyList<SeatMove> moves, Snowflake by, CancellationToken ct)
    {
        foreach (var move in moves)
        {
            var (from, to) = (move.From is { } id ? teams[id] : null, teams[move.To]);
            await life.JoinAsync(db, to, move.Person, move.Track, by, isExempt: true, byMentor: false, ct, from: from?.Name);
            if (from is not null)
            {
                await LeaveAsync(db, from, move.Person, by, to.Name, ct);
            }
        }

        foreach (var (id, team) in teams)
        {
            var gone = moves.Where(move => move.From == id).Select(move => move.Person).ToHashSet();
            var members = await TeamLife.MembersAsync(db, team, ct);
            if (gone.Count > 0 && moves.All(move => move.To != id) && members.All(member => member.IsMentor || gone.Contains(member.PersonId)))
            {
                await life.EndAsync(db, team, [.. members.Where(member => member.IsMentor)], by, ct);
            }
        }
    }

    private async Task LeaveAsync(NexusDb db, Team team, Snowflake person, Snowflake by, string? to, CancellationToken ct)
    {
        var member = await db.In<TeamMember>(team.GuildId).SingleAsync(it => it.TeamId == team.Id && it.PersonId == person, ct);
        (member.LeftAt, member.SoleOf, team.Why) = (clock.GetUtcNow(), null, null);
        await life.StepAsync(db, team, TeamAct.Moved, by, byMentor: false, ct, person, before: member.Track, after: to);
    }

    private async Task TellAsync(NexusDb db, Rebalance row, IReadOnlyList<SeatMove> moves, int occurrence, CancellationToken ct)
    {
        var elsewhere = (await configurations.OfAsync(row.GuildId, ct)).ReminderChannelId;
        db.AddRange(moves.Select((move, index) => Delivery.Plan(
            row.GuildId, MovedSource.DeliveryKind, row.Id, DeliveryTarget.DmOf(move.Person, elsewhere), clock.GetUtcNow(), MovedSource.Occurrence(occurrence, index))));
    }

    private async Task SaveAsync(NexusDb db, Rebalance row, IEnumerable<Team> teams, CancellationToken ct)
    {
        var all = teams.ToList();
        all.ForEach(life.Revise);
        row.Seen = [.. all.Select(team => string.Create(CultureInfo.InvariantCulture, $"{team.Id}:{team.Revision}"))];
        await life.SaveRevisedAsync(db, ct);
    }

    /// <summary>Tracked, those that are as they were seen; null when one is not.</summary>
    private static async Task<Dictionary<long, Team>?> SeenAsync(NexusDb db, Rebalance row, CancellationToken ct)
    {
        var seen = row.Seen.Select(one => one.Split(':')).ToDictionary(one => long.Parse(one[0], CultureInfo.InvariantCulture), one => int.Parse(one[1], CultureInfo.InvariantCulture));
        var ids = seen.Keys.ToList();
        var teams = await db.In<Team>(row.GuildId).Where(team => ids.Contains(team.Id) && team.Status == TeamStatus.Active).ToDictionaryAsync(team => team.Id, ct);
        return teams.Count == seen.Count && teams.Values.All(team => team.Revision == seen[team.Id]) ? teams : null;
    }
}
