using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Who has said nothing in their latest three rounds, neither an answer nor a message: a partner would wait for them in vain.</summary>
internal static class SilentPeople
{
    public const int Rounds = 3;

    // They had the check-in in front of them for so long.
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromHours(20);

    private const int LookBack = 12;

    public static async Task<IReadOnlyList<Snowflake>> AmongAsync(NexusDb db, Snowflake guild, IReadOnlyList<RoundPerson> people, DateTimeOffset now, CancellationToken ct)
    {
        DateTimeOffset? asked = now - TimeToAnswer;
        var rounds = await db.In<Round>(guild).AsNoTracking().Where(round => round.CheckedInAt <= asked).OrderByDescending(round => round.Number).Take(LookBack).ToListAsync(ct);
        if (rounds.Count < Rounds)
        {
            return [];
        }

        long?[] ids = [.. rounds.Select(round => (long?)round.Id)];

        // Where there never was a thread, nobody could say anything.
        var placed = await db.In<Pair>(guild).Where(pair => ids.Contains(pair.RoundId) && pair.ThreadId != null)
            .Join(db.In<PairMember>(guild), pair => pair.Id, member => member.PairId, (pair, member) => new { pair.RoundId, member.PairId, member.PersonId })
            .ToListAsync(ct);
        var heard = (await db.In<RoundAnswer>(guild).Where(answer => ids.Contains(answer.RoundId)).Select(answer => new { answer.PairId, answer.PersonId }).ToListAsync(ct)).ToHashSet();
        var at = rounds.ToDictionary(round => round.Id, round => round.At);
        return
        [
            .. people.Where(person =>
            {
                var latest = placed.Where(one => one.PersonId == person.PersonId && at[one.RoundId!.Value] >= person.JoinedAt).OrderByDescending(one => at[one.RoundId!.Value]).Take(Rounds).ToList();
                return latest.Count == Rounds && latest.TrueForAll(one => !heard.Contains(new { one.PairId, one.PersonId }));
            }).Select(person => person.PersonId),
        ];
    }
}
