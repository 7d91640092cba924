using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>The latest round of a server.</summary>
internal static class RunningRound
{
    /// <summary>Not tracked.</summary>
    public static Task<Round?> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        db.In<Round>(guild).AsNoTracking().OrderByDescending(round => round.Number).FirstOrDefaultAsync(ct);

    /// <summary>The one into which somebody can still come: in its first half, and in none of its pairs.</summary>
    public static async Task<Round?> WithoutAsync(NexusDb db, Snowflake guild, Snowflake person, DateTimeOffset now, CancellationToken ct)
    {
        if (await OfAsync(db, guild, ct) is not { } round || round.HalfAt <= now)
        {
            return null;
        }

        return await PeopleOf(db, round).AnyAsync(member => member.PersonId == person, ct) ? null : round;
    }

    /// <summary>Who is in one of its pairs now.</summary>
    public static IQueryable<PairMember> PeopleOf(NexusDb db, Round round) => PairsOf(db, round).Where(pair => pair.Status == PairStatus.Active)
        .Join(db.In<PairMember>(round.GuildId), pair => pair.Id, member => member.PairId, (_, member) => member)
        .Where(member => member.LeftAt == null);

    public static IQueryable<Pair> PairsOf(NexusDb db, Round round)
    {
        long? id = round.Id;
        return db.In<Pair>(round.GuildId).Where(pair => pair.RoundId == id);
    }
}
