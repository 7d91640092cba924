using System.Globalization;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>Somebody goes to another team.</summary>
/// <param name="From">Null for who had none.</param>
/// <param name="To">A team's id; for the first team that is to be made -1, for the next -2.</param>
internal readonly record struct SeatMove(Snowflake Person, long? From, long To, string Track);

/// <summary>Moves as they are kept: <c>person:from:to:track</c>, a bar between them.</summary>
internal static class SeatMoves
{
    public static string Write(IEnumerable<SeatMove> moves) =>
        string.Join('|', moves.Select(move => string.Create(CultureInfo.InvariantCulture, $"{move.Person}:{move.From ?? 0}:{move.To}:{move.Track}")));

    public static IReadOnlyList<SeatMove> Read(string text) =>
    [
        .. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':')).Select(parts =>
            new SeatMove(Snowflake.Parse(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture) is var from and not 0 ? from : null, long.Parse(parts[2], CultureInfo.InvariantCulture), parts[3])),
    ];
}
