using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Jobs;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing;

/// <summary>Makes the changes of pairs. Each saves nothing by itself; after the save <see cref="Wake"/> has their places brought up to date.</summary>
internal sealed class PairLife(DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock)
{
    /// <summary>Who is in it now.</summary>
    public static Task<List<PairMember>> MembersAsync(NexusDb db, Pair pair, CancellationToken ct) =>
        db.In<PairMember>(pair.GuildId).Where(member => member.PairId == pair.Id && member.LeftAt == null).OrderBy(member => member.Id).ToListAsync(ct);

    /// <param name="name">Of its thread; no two that are opened at the same time may have the same.</param>
    public Pair Open(NexusDb db, Snowflake guild, IReadOnlyCollection<Snowflake> people, PairSource source, string name, long? round = null)
    {
        var now = clock.GetUtcNow();
        var pair = new Pair { GuildId = guild, Source = source, Name = name, RoundId = round, CreatedAt = now };
        Revise(pair);
        db.Add(pair);
        db.AddRange(people.Select(person => new PairMember { GuildId = guild, PairId = pair.Id, PersonId = person, Since = now }));
        return pair;
    }

    /// <summary>One more comes into it.</summary>
    /// <param name="pair">Tracked.</param>
    public void Add(NexusDb db, Pair pair, Snowflake person)
    {
        db.Add(new PairMember { GuildId = pair.GuildId, PairId = pair.Id, PersonId = person, Since = clock.GetUtcNow() });
        Revise(pair);
    }

    /// <summary>Somebody is no longer in it; with one person left it ends.</summary>
    /// <param name="pair">Tracked, like the member.</param>
    public async Task LeaveAsync(NexusDb db, Pair pair, PairMember member, CancellationToken ct)
    {
        member.LeftAt = clock.GetUtcNow();
        if ((await MembersAsync(db, pair, ct)).Count(it => it.Id != member.Id) < 2)
        {
            End(pair);
        }

        Revise(pair);
    }

    /// <param name="pair">Tracked.</param>
    public void End(Pair pair)
    {
        (pair.Status, pair.EndedAt) = (PairStatus.Ended, clock.GetUtcNow());
        Revise(pair);
    }

    public void Wake()
    {
        var now = clock.GetUtcNow();
        queue.WakeAt(now);
        schedule.WakeAt<PlacePairsJob>(now);
    }

    private void Revise(Pair pair)
    {
        pair.Revision++;
        pair.PlaceAt = clock.GetUtcNow();
    }
}
