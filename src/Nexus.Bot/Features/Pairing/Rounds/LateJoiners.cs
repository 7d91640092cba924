using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.People;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>
/// Places who comes into a running round: two who come late are a pair of their own; for one alone I wait an hour for another, then they
/// are the third of a pair that has not met yet. Who they are follows from the rows, so nobody is forgotten or placed twice.
/// </summary>
internal sealed class LateJoiners(INexusDbFactory databases, RoundLooks looks, PairLife life, GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>So long one waits for another.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    private static readonly TimeSpan AfterClash = TimeSpan.FromMinutes(1);

    /// <returns>When to look again; null when nobody waits.</returns>
    public async Task<DateTimeOffset?> PlaceAsync(Round latest, CancellationToken ct)
    {
        await using var db = databases.Create();
        var (guild, now) = (latest.GuildId, clock.GetUtcNow());
        var placed = await RunningRound.PeopleOf(db, latest).Select(member => member.PersonId).ToListAsync(ct);
        var late = (await db.In<RoundPerson>(guild).Where(person => person.JoinedAt > latest.At && person.TriedIn != latest.Number && !placed.Contains(person.PersonId)).OrderBy(person => person.JoinedAt).ToListAsync(ct))
            .Where(person => person.PartAt(now) is RoundPart.In)
            .ToList();
        if (late.Count == 0 || latest.HalfAt <= now)
        {
            return null;
        }

        if (late.Count == 1 && late[0].JoinedAt + Wait > now)
        {
            return late[0].JoinedAt + Wait;
        }

        // Of two instances one saves.
        var schedule = await db.In<RoundSchedule>(guild).SingleAsync(ct);
        schedule.Revision++;
        var round = await db.In<Round>(guild).SingleAsync(it => it.Id == latest.Id, ct);

        // Whoever nobody fitted may fit with who came.
        var leftOut = round.LeftOut.Select(id => Snowflake.Parse(id)).ToList();
        var waiting = await db.In<RoundPerson>(guild).Where(person => leftOut.Contains(person.PersonId) && !placed.Contains(person.PersonId)).ToListAsync(ct);
        var isSeated = await SeatAsync(db, round, [.. late, .. waiting.Except(late).Where(person => person.PartAt(now) is RoundPart.In)], now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return now + AfterClash;
        }

        life.Wake();
        return isSeated ? null : now + GuildMembers.Freshness;
    }

    private async Task<bool> SeatAsync(NexusDb db, Round round, List<RoundPerson> late, DateTimeOffset now, CancellationToken ct)
    {
        var open = await OpenToThirdAsync(db, round, ct);
        var (plan, gone) = await looks.JoinAsync(db, round.GuildId, [.. open.Select(one => one.People)], [.. late.Select(person => person.PersonId)], ct);
        if (plan is null)
        {
            // Who has just come to the server may not be known yet; anybody else has left it.
            late.Where(person => gone.Contains(person.PersonId) && person.JoinedAt + GuildMembers.Freshness < now).ToList().ForEach(person => person.LeftAt = now);
            return false;
        }

        var groups = plan.Plan.Ids.Select(group => group.Select(id => new Snowflake(id)).ToList()).ToList();
        var elsewhere = (await configurations.OfAsync(round.GuildId, ct)).ReminderChannelId;
        var name = await RunningRound.PairsOf(db, round).CountAsync(ct);
        var seated = new HashSet<Snowflake>();
        foreach (var group in groups.Where(group => group.TrueForAll(id => late.Exists(person => person.PersonId == id))))
        {
            life.Open(db, round.GuildId, group, PairSource.Round, RoundNewsViews.PairName(round, ++name), round.Id);
            seated.UnionWith(group);
        }

        foreach (var person in late)
        {
            person.TriedIn = round.Number;
            var mates = groups.Find(group => group.Contains(person.PersonId))?.Where(id => id != person.PersonId).ToHashSet();
            if (!seated.Contains(person.PersonId) && open.Find(one => mates is not null && mates.SetEquals(one.People)) is { Pair: { } pair })
            {
                life.Add(db, pair, person.PersonId);
                seated.Add(person.PersonId);
                if (pair.ThreadId is { } thread)
                {
                    // A third may have left before.
                    var members = await db.In<PairMember>(round.GuildId).CountAsync(member => member.PairId == pair.Id, ct);
                    db.Add(Delivery.Plan(round.GuildId, ThirdSource.DeliveryKind, pair.Id, DeliveryTarget.In(thread), now, members));
                }
            }
        }

        // They come first in the next round. Who has opted out of pairing meanwhile is told nothing.
        var known = round.LeftOut.ToHashSet();
        var left = late.Where(person => !seated.Contains(person.PersonId) && !known.Contains(person.PersonId.ToString()) && (plan.LeftOut.Contains(person.PersonId.Value) || groups.Exists(group => group.Contains(person.PersonId)))).ToList();
        db.AddRange(left.Select(person => Delivery.Plan(round.GuildId, LeftOutSource.DeliveryKind, person.Id, DeliveryTarget.DmOf(person.PersonId, orIn: elsewhere), now, round.Number)));
        round.LeftOut = [.. round.LeftOut.Concat(left.Select(person => person.PersonId.ToString())).Except(seated.Select(id => id.ToString()))];
        return true;
    }

    // Two people who have not met yet, and mean to.
    private static async Task<List<(Pair Pair, IReadOnlyList<Snowflake> People)>> OpenToThirdAsync(NexusDb db, Round round, CancellationToken ct)
    {
        var settled = await RoundCheckIn.MetPairsAsync(db, round, ct);
        var pairs = await RunningRound.PairsOf(db, round).Where(pair => pair.Status == PairStatus.Active).OrderBy(pair => pair.Id).ToListAsync(ct);
        var people = (await RunningRound.PeopleOf(db, round).ToListAsync(ct)).ToLookup(member => member.PairId);
        return
        [
            .. pairs.Where(pair => !settled.Contains(pair.Id) && people[pair.Id].Count() == 2)
                .Select(pair => (pair, (IReadOnlyList<Snowflake>)[.. people[pair.Id].Select(member => member.PersonId)])),
        ];
    }
}
