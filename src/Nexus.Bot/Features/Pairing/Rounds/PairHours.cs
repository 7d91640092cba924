using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>When all of a pair have time, in the seven days to come.</summary>
internal sealed class PairHours(IProfiles profiles)
{
    private const int Most = 3;

    private static readonly Duration Least = Duration.FromHours(1);

    public async Task<IReadOnlyList<Interval>> NextAsync(NexusDb db, Pair pair, DateTimeOffset now, CancellationToken ct)
    {
        var people = await db.In<PairMember>(pair.GuildId).Where(member => member.PairId == pair.Id && member.LeftAt == null).Select(member => member.PersonId).ToListAsync(ct);
        var known = await profiles.OfAsync(db, pair.GuildId, [.. people.Select(id => new KnownMember(id, [], null))], ct);
        var first = SharedHours.WeekToCome(now);
        return [.. known.Aggregate(WeekGrid.Full, (shared, one) => shared & WeekGrid.Of(one.Hours, one.Zone, first)).Windows(first).Where(window => window.Duration >= Least).Take(Most)];
    }
}
