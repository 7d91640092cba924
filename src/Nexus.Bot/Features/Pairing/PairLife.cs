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

    /// <summary>The found pair somebody is in, or null: everybody is in one at most.</summary>
    public static Task<Pair?> FoundOfAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct) => db.In<PairMember>(guild)
        .Where(member => member.SoleOf == person)
        .Join(db.In<Pair>(guild), member => member.PairId, pair => pair.Id, (_, pair) => pair)
        .SingleOrDefaultAsync(ct);

    /// <param name="name">Of its thread; no two that are opened at the same time may have the same.</param>
    public Pair Open(NexusDb db, Snowflake guild, IReadOnlyCollection<Snowflake> people, PairSource source, string name, long? round = null)
    {
        var now = clock.GetUtcNow();
        var pair = new Pair { GuildId = guild, Source = source, Name = name, RoundId = round, CreatedAt = now };
        Revise(pair);
        db.Add(pair);
        db.AddRange(people.Select(person => new PairMember { GuildId = guild, PairId = pair.Id, PersonId = person, Since = now, SoleOf = source == PairSource.Found ? person : null }));
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
        (member.LeftAt, member.SoleOf) = (clock.GetUtcNow(), null);
        if ((await MembersAsync(db, pair, ct)).Where(it => it.Id != member.Id).ToList() is { Count: < 2 } rest)
        {
            End(pair, rest);
        }

        Revise(pair);
    }

    /// <param name="pair">Tracked, like those who are in it.</param>
    public void End(Pair pair, IEnumerable<PairMember> members)
    {
        (pair.Status, pair.EndedAt) = (PairStatus.Ended, clock.GetUtcNow());
        foreach (var member in members)
        {
            member.SoleOf = null;
        }

        Revise(pair);
    }

    /// <summary>An end that may be taken back: the thread stays open until then.</summary>
    /// <param name="pair">Tracked, like those who are in it.</param>
    public void End(Pair pair, IEnumerable<PairMember> members, TimeSpan openFor)
    {
        End(pair, members);
        pair.PlaceAt = clock.GetUtcNow() + openFor;
    }

    /// <summary>Takes the end of a found pair back.</summary>
    /// <param name="pair">Tracked, like those who are in it.</param>
    public void Resume(Pair pair, IEnumerable<PairMember> members)
    {
        (pair.Status, pair.EndedAt) = (PairStatus.Active, null);
        foreach (var member in members)
        {
            member.SoleOf = member.PersonId;
        }

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
