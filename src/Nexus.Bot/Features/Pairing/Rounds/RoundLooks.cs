using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Works out a round of those who take part and are there. For jobs and follow-ups: it asks Discord, and takes a while with many people.</summary>
internal sealed class RoundLooks(IProfiles profiles, KnownMembers members, IDiscordRest discord, MatchingGate gate, TimeProvider clock)
{
    /// <summary>Two should have so much time together, if that can be.</summary>
    public const double LeastHours = 1;

    /// <summary>A new round.</summary>
    /// <exception cref="DiscordApiException">Who is there cannot be found out now.</exception>
    public async Task<RoundLook> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var schedule = await db.In<RoundSchedule>(guild).AsNoTracking().SingleOrDefaultAsync(ct);
        var all = await db.In<RoundPerson>(guild).AsNoTracking().Where(person => person.LeftAt == null).OrderBy(person => person.PersonId).ToListAsync(ct);
        var parts = all.ToLookup(person => person.PartAt(now));
        var silent = await SilentPeople.AmongAsync(db, guild, [.. parts[RoundPart.In], .. parts[RoundPart.Skipping]], now, ct);
        var wanted = parts[RoundPart.In].Select(person => person.PersonId).Where(id => !silent.Contains(id)).ToList();
        var (cohort, gone, outOfPairs) = await CohortAsync(db, guild, wanted, ct);
        var waited = (await RunningRound.OfAsync(db, guild, ct))?.LeftOut.Select(ulong.Parse).ToList() ?? [];
        var drawn = await gate.RunAsync(() => PairRound.Draw(new PairTask(cohort, Quota.BothSides, LeastHours, waited), ct), ct);
        return new RoundLook((schedule?.LastNumber ?? 0) + 1, [.. cohort.Learners.Select(learner => new Snowflake(learner.Id))], drawn)
        {
            Skipping = Ids(parts[RoundPart.Skipping].Where(person => !silent.Contains(person.PersonId))),
            Paused = Ids([.. parts[RoundPart.Paused], .. parts[RoundPart.Asleep]]),
            Silent = silent,
            OutOfPairs = outOfPairs,
            Gone = gone,
        };
    }

    /// <summary>Pairs of a running round, and who came late to it.</summary>
    /// <param name="pairs">Those that one more can join.</param>
    /// <returns>No plan when somebody who came late is not seen on the server.</returns>
    public async Task<(RoundPlan? Plan, IReadOnlyList<Snowflake> Gone)> JoinAsync(
        NexusDb db, Snowflake guild, IReadOnlyList<IReadOnlyList<Snowflake>> pairs, IReadOnlyList<Snowflake> late, CancellationToken ct)
    {
        var (cohort, gone, _) = await CohortAsync(db, guild, [.. pairs.SelectMany(pair => pair), .. late], ct);
        if (late.Any(gone.Contains))
        {
            return (null, gone);
        }

        var task = new PairTask(cohort, Quota.BothSides, LeastHours, []);
        return (await gate.RunAsync(() => PairRound.Join(task, [.. pairs.Select(pair => pair.Select(id => id.Value).ToArray())], ct), ct), gone);
    }

    private async Task<(Cohort Cohort, IReadOnlyList<Snowflake> Gone, IReadOnlyList<Snowflake> OutOfPairs)> CohortAsync(
        NexusDb db, Snowflake guild, IReadOnlyList<Snowflake> wanted, CancellationToken ct)
    {
        var there = wanted.Count == 0 ? [] : await ThereAsync(guild, wanted, ct);
        var known = await profiles.OfAsync(db, guild, there, ct);
        var week = SharedHours.WeekToCome(clock.GetUtcNow());
        var cohort = new Cohort([.. known.Where(profile => !profile.IsOutOfPairs).Select(profile => profile.ToLearner(week))], await Meetings.OfAsync(db, guild, ct));
        return (cohort, [.. wanted.Except(there.Select(member => member.Id))], [.. known.Where(profile => profile.IsOutOfPairs).Select(profile => profile.Person)]);
    }

    // Without the members intent nobody tells who has left: each is asked for.
    private async Task<IReadOnlyList<KnownMember>> ThereAsync(Snowflake guild, IReadOnlyList<Snowflake> wanted, CancellationToken ct)
    {
        var known = await members.OfAsync(guild, RequestOptions.Batch, ct);
        if (known.IsAll)
        {
            return [.. known.Members.Where(member => wanted.Contains(member.Id)).OrderBy(member => member.Id)];
        }

        var there = new List<KnownMember>();
        foreach (var person in wanted)
        {
            try
            {
                var member = await discord.GetMemberAsync(guild, person, RequestOptions.Batch, ct);
                there.Add(new KnownMember(person, member.Roles, member.JoinedAt));
            }
            catch (DiscordApiException left) when (left.Code == DiscordErrorCode.UnknownMember)
            {
                // Not in this round.
            }
        }

        return there;
    }

    private static IReadOnlyList<Snowflake> Ids(IEnumerable<RoundPerson> people) => [.. people.Select(person => person.PersonId)];
}
