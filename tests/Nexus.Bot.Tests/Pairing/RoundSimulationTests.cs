using Nexus.Bot.Matching;
using Nexus.Bot.Tests.Matching;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>Many rounds through the job, with people who come, go, skip and come late.</summary>
public sealed class RoundSimulationTests
{
    [Fact]
    public async Task Sixty_people_for_twelve_weeks_meet_nobody_twice_and_nobody_is_left_out()
    {
        await using var world = await StartAsync(60, isLong: true);
        var random = new SplitMix(12);
        var taking = Enumerable.Range(1, 60).ToHashSet();
        await world.JoinAsync([.. taking]);
        await world.ScheduleAsync("every Monday at 10:00");
        var met = new HashSet<(int, int)>();
        var (skipped, late, trios, next) = (0, 0, 0, 61);
        for (var round = 1; round <= 12; round++)
        {
            var skipping = taking.Where(_ => random.Below(10) == 0).ToHashSet();
            foreach (var who in skipping)
            {
                await world.RunAsync(Of(who), "pair skip");
            }

            await (round == 1 ? world.PassAsync(TimeSpan.FromHours(1)) : world.PassAsync(TimeSpan.FromDays(6)));
            Assert.Equal(taking.Except(skipping).Order(), (await world.PairsAsync(round)).SelectMany(pair => pair).Order());

            // Some come in its first half, and are placed.
            var newcomers = Enumerable.Range(next, 1 + random.Below(2)).ToArray();
            next += newcomers.Length;
            await world.ComeAsync(newcomers);
            await world.JoinAsync(newcomers);
            await world.PassAsync(TimeSpan.FromHours(2));
            var pairs = await world.PairsAsync(round);
            Assert.Equal(taking.Except(skipping).Concat(newcomers).Order(), pairs.SelectMany(pair => pair).Order());
            Assert.All(pairs, pair => Assert.InRange(pair.Count, 2, 3));
            foreach (var pair in pairs)
            {
                Assert.All(Twos(pair), two => Assert.True(met.Add(two), $"{two} meet again in round {round}."));
                await world.WriteAsync(pair[0], (await world.PairOfAsync(round, pair[0])).ThreadId!.Value);
                await world.WriteAsync(pair[1], (await world.PairOfAsync(round, pair[0])).ThreadId!.Value);
                await (pair.Count > 2 ? world.WriteAsync(pair[2], (await world.PairOfAsync(round, pair[0])).ThreadId!.Value) : Task.CompletedTask);
            }

            taking.UnionWith(newcomers);
            foreach (var who in taking.Where(_ => random.Below(25) == 0).ToList())
            {
                taking.Remove(who);
                await (who % 2 == 0 ? world.RunAsync(Of(who), "pair leave") : Task.FromResult("" + world.Members.Remove(Of(who).Number)));
            }

            (skipped, late, trios) = (skipped + skipping.Count, late + newcomers.Length, trios + pairs.Count(pair => pair.Count == 3));
            await world.PassAsync(TimeSpan.FromDays(1) - TimeSpan.FromHours(2));
        }

        Assert.True(skipped > 30 && late > 12 && trios > 3, $"{skipped} skipped, {late} late, {trios} trios: too few to tell.");
        Assert.All(await world.RoundsAsync(), round => Assert.Empty(round.LeftOut));
    }

    [Fact]
    public async Task Few_people_meet_again_only_when_no_round_would_have_had_fewer_repeats()
    {
        var (random, repeats) = (new SplitMix(4), 0);
        for (var made = 0; made < 3; made++)
        {
            var people = 5 + made;
            await using var world = await StartAsync(people, isLong: true);
            await world.JoinAsync([.. Enumerable.Range(1, people)]);
            var met = new HashSet<(int, int)>();
            for (var round = 1; round <= 8; round++)
            {
                if (random.Below(2) == 0)
                {
                    await world.RunAsync(Of(1 + random.Below(people)), "pair skip");
                }

                await world.DrawAsync();
                await world.SettleAsync();
                var pairs = await world.PairsAsync(round);
                var present = pairs.SelectMany(pair => pair).Order().ToArray();
                var fewest = -EveryPlan.BestPairs(present.Length, group => -Twos([.. group.Select(one => present[one])]).Count(met.Contains));
                Assert.Equal(fewest, pairs.SelectMany(Twos).Count(met.Contains));
                repeats += (int)fewest;
                met.UnionWith(pairs.SelectMany(Twos));
                foreach (var who in present)
                {
                    await world.WriteAsync(who, (await world.PairOfAsync(round, who)).ThreadId!.Value);
                }

                await world.PassAsync(TimeSpan.FromDays(14));
            }
        }

        Assert.True(repeats > 15, $"Only {repeats} repeats were unavoidable: too few to tell.");
    }

    [Fact]
    public async Task Two_who_can_only_be_with_the_same_third_are_never_left_out_twice_in_a_row()
    {
        await using var world = await StartAsync(7);
        await world.AvoidAsync(6, 2, 3, 4, 5, 7);
        await world.AvoidAsync(7, 2, 3, 4, 5);
        await world.JoinAsync(1, 2, 3, 4, 5, 6, 7);
        var leftOut = new List<string>();
        for (var round = 1; round <= 4; round++)
        {
            await world.DrawAsync();
            leftOut.Add(Assert.Single((await world.RoundsAsync())[^1].LeftOut));
            await world.PassAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(["106", "107"], leftOut.Distinct().Order());
        Assert.All(leftOut.Zip(leftOut.Skip(1)), two => Assert.NotEqual(two.First, two.Second));
    }

    private static IEnumerable<(int One, int Other)> Twos(IReadOnlyList<int> group) =>
        from one in @group from other in @group where one < other select (one, other);
}
