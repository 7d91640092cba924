using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>Tells somebody that they are on another team now, or that this was taken back.</summary>
internal sealed class MovedSource : IDeliverySource
{
    public const string DeliveryKind = "team-moved";

    private const int MostMoves = 10_000;

    public string Kind => DeliveryKind;

    /// <param name="which">1 for the moves, 2 for taking them back.</param>
    /// <param name="index">Of the move.</param>
    public static int Occurrence(int which, int index) => (which * MostMoves) + index;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var (which, index) = (delivery.Occurrence / MostMoves, delivery.Occurrence % MostMoves);
        if (await db.In<Rebalance>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } row
            || SeatMoves.Read(row.Moves) is not { } moves || index >= moves.Count || row.State != (which == 1 ? RebalanceState.Applied : RebalanceState.Undone))
        {
            return DeliveryContent.NotNeeded;
        }

        var move = moves[index];
        var teams = await db.In<Team>(delivery.GuildId).AsNoTracking().Where(team => team.Id == move.To || team.Id == move.From).ToDictionaryAsync(team => team.Id, ct);
        if (!teams.TryGetValue(move.To, out var to))
        {
            return DeliveryContent.NotNeeded;
        }

        var from = move.From is { } id ? teams.GetValueOrDefault(id) : null;
        return TeamTold.Content(delivery, move.Person, which == 1 ? RebalanceViews.Moved(from, to) : RebalanceViews.MovedBack(from, to));
    }
}
