using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What deliveries and controls of rounds are about.</summary>
internal static class RoundPair
{
    /// <summary>A pair with the round it is of, neither tracked; null for any other pair.</summary>
    public static async Task<(Pair Pair, Round Round)?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) =>
        await db.In<Pair>(guild).AsNoTracking().SingleOrDefaultAsync(pair => pair.Id == id, ct) is { RoundId: { } of } pair
        && await db.In<Round>(guild).AsNoTracking().SingleOrDefaultAsync(round => round.Id == of, ct) is { } round
            ? (pair, round)
            : null;

    /// <summary>Who a delivery is for, while they take part.</summary>
    public static Task<RoundPerson?> PersonAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        db.In<RoundPerson>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(person => person.Id == delivery.SubjectId && person.LeftAt == null, ct);

    /// <summary>Only where it stands in a channel instead of their direct messages.</summary>
    public static AllowedMentions Ping(Delivery delivery, RoundPerson person) => delivery.ByDm ? AllowedMentions.None : new AllowedMentions { Users = [person.PersonId] };
}
