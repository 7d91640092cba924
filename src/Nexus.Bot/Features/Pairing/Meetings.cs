using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing;

/// <summary>Who was with whom in pairs, found or of a round, and how many rounds ago.</summary>
internal static class Meetings
{
    public static async Task<IReadOnlyList<Meeting>> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var rounds = await db.In<Round>(guild).OrderBy(round => round.At).Select(round => new { round.Id, round.At }).ToListAsync(ct);
        var people = await db.In<Pair>(guild)
            .Join(db.In<PairMember>(guild), pair => pair.Id, member => member.PairId, (pair, member) => new { pair.Id, pair.RoundId, pair.CreatedAt, member.PersonId })
            .ToListAsync(ct);
        return
        [
            .. people.GroupBy(one => (one.Id, one.RoundId, one.CreatedAt))
                .SelectMany(pair => Twos([.. pair.Select(one => one.PersonId.Value)]).Select(two => new Meeting(two.One, two.Other, Ago(pair.Key.RoundId, pair.Key.CreatedAt)))),
        ];

        // A pair between two rounds counts as one of the earlier of them.
        int Ago(long? round, DateTimeOffset at)
        {
            var index = round is null ? rounds.FindLastIndex(it => it.At <= at) : rounds.FindIndex(it => it.Id == round);
            return Math.Max(1, rounds.Count - Math.Max(0, index));
        }
    }

    private static IEnumerable<(ulong One, ulong Other)> Twos(IReadOnlyList<ulong> people) => from one in people from other in people where one < other select (one, other);
}
