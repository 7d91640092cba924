using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>Round after round of pairs, against every plan where there are few people.</summary>
public sealed class PairRoundTests
{
    [Fact]
    public void The_matching_is_as_good_as_the_best_of_all_pairings()
    {
        var random = new SplitMix(5);
        for (var made = 0; made < 400; made++)
        {
            var people = 2 * (1 + random.Below(6));
            var range = (made % 3) switch { 0 => 3, 1 => 20, _ => 100_000 };
            var worth = new double[people, people];
            for (var one = 0; one < people; one++)
            {
                for (var other = one + 1; other < people; other++)
                {
                    worth[one, other] = worth[other, one] = random.Below(range) - (range / 2);
                }
            }

            var mates = PairMatching.Best(people, (one, other) => worth[one, other], default);

            Assert.All(mates.Index(), pair => Assert.Equal(pair.Index, mates[pair.Item]));
            Assert.Equal(EveryPlan.Best(people, 2, 2, pair => worth[pair[0], pair[1]]), mates.Index().Sum(pair => worth[pair.Index, pair.Item]) / 2, 6);
        }
    }

    [Fact]
    public void Of_an_odd_number_the_trio_is_the_best_there_could_be()
    {
        var random = new SplitMix(21);
        for (var made = 0; made < 60; made++)
        {
            var people = 3 + (2 * random.Below(5));
            var scorer = new Scorer(new Roster(People(random, people), new MatchRules(TeamSize.Pairs, Quota.BothSides, 2, 0)), Weights.Default);

            var groups = new Pairs(Value, default).Best([.. Enumerable.Range(0, people)]).ToList();

            Assert.Equal(Enumerable.Range(0, people), groups.SelectMany(group => group).Order());
            Assert.Single(groups, group => group.Length == 3);
            Assert.Equal(EveryPlan.BestPairs(people, Value), groups.Sum(Value), 0.01);

            double Value(int[] group) => group.Length * scorer.Worth(group);
        }
    }

    [Fact]
    public void Few_people_meet_again_only_when_no_other_round_would_have_had_fewer_repeats()
    {
        var random = new SplitMix(3);
        var repeats = 0;
        for (var made = 0; made < 25; made++)
        {
            var cohort = People(random, 4 + random.Below(6));
            for (var round = 1; round <= 8; round++)
            {
                var met = cohort.Met.Select(meeting => Key(meeting.One, meeting.Other)).ToHashSet();
                var ids = cohort.Learners.Select(learner => learner.Id).Order().ToArray();
                var fewest = -EveryPlan.BestPairs(ids.Length, group => -Twos(group.Select(person => ids[person])).Count(met.Contains));

                var drawn = PairRound.Draw(new PairTask(cohort, Quota.BothSides, 1, []));

                Assert.Empty(drawn.LeftOut);
                Assert.Equal(fewest, drawn.Plan.Ids.SelectMany(Twos).Count(met.Contains));
                Assert.Equal(ids, drawn.Plan.Ids.SelectMany(pair => pair).Order());
                Assert.Equal(ids.Length % 2, drawn.Plan.Ids.Count(pair => pair.Count == 3));
                repeats += (int)fewest;
                cohort = After(cohort, drawn.Plan);
            }
        }

        Assert.True(repeats > 100, $"Only {repeats} repeats were unavoidable: too few to tell.");
    }

    [Fact]
    public void Sixty_people_for_twelve_rounds_coming_going_and_skipping_meet_nobody_twice_and_nobody_is_left_out()
    {
        var random = new SplitMix(60);
        var everybody = People(random, 60);
        var (trios, late) = (0, 0);
        for (var round = 1; round <= 12; round++)
        {
            everybody = Changed(random, everybody, round);
            var present = everybody with { Learners = [.. everybody.Learners.Where(_ => random.Below(10) > 0)] };
            var met = everybody.Met.Select(meeting => Key(meeting.One, meeting.Other)).ToHashSet();

            var drawn = PairRound.Draw(new PairTask(present, Quota.BothSides, 1, []));

            // Two come after the draw.
            Learner[] newcomers = [.. Enumerable.Range(0, 1 + random.Below(2)).Select(more => MadeCohorts.Person(random, (ulong)((10_000 * round) + more), Tracks.Backend, [19], 30))];
            var withLate = new Cohort([.. present.Learners, .. newcomers], present.Met);
            var joined = PairRound.Join(new PairTask(withLate, Quota.BothSides, 1, []), drawn.Plan.Ids);

            Assert.Empty(joined.LeftOut);
            Assert.Equal(withLate.Learners.Select(learner => learner.Id).Order(), joined.Plan.Ids.SelectMany(pair => pair).Order());
            Assert.All(joined.Plan.Ids, pair => Assert.InRange(pair.Count, 2, 3));
            Assert.DoesNotContain(joined.Plan.Ids.SelectMany(Twos), met.Contains);
            Assert.All(drawn.Plan.Ids, pair => Assert.Contains(joined.Plan.Ids, after => pair.All(after.Contains)));
            Assert.Equal(present.Learners.Count % 2, drawn.Plan.Ids.Count(pair => pair.Count == 3));
            trios += drawn.Plan.Ids.Count(pair => pair.Count == 3);
            late += newcomers.Length;
            everybody = After(everybody with { Learners = [.. everybody.Learners, .. newcomers] }, joined.Plan);
        }

        Assert.True(trios > 2 && late > 12, $"{trios} trios, {late} late: too few to tell.");
    }

    [Fact]
    public void Two_who_can_only_be_with_the_same_third_take_turns_in_being_left_out()
    {
        var random = new SplitMix(9);
        var others = People(random, 9).Learners.ToList();
        ulong[] all = [.. others.Select(learner => learner.Id), 101, 102];
        var shy = new[] { 101UL, 102UL }.Select(id => MadeCohorts.Person(random, id, Tracks.Backend, [19], 20) with { Avoids = [.. all.Where(other => other != id && other != others[0].Id)] });
        var cohort = new Cohort([.. others, .. shy], []);
        IReadOnlyList<ulong> left = [];
        var leftOut = new List<ulong>();
        for (var round = 1; round <= 6; round++)
        {
            var drawn = PairRound.Draw(new PairTask(cohort, Quota.BothSides, 0, left));

            Assert.All(drawn.Plan.Violations, one => Assert.IsNotType<Violation.Avoided>(one.Violation));
            left = drawn.LeftOut;
            leftOut.Add(Assert.Single(left));
            cohort = After(cohort, drawn.Plan);
        }

        Assert.Equal([101UL, 102UL], leftOut.Distinct().Order());
        Assert.All(leftOut.Zip(leftOut.Skip(1)), two => Assert.NotEqual(two.First, two.Second));
    }

    [Fact]
    public void Nobody_meets_whom_they_avoid_even_when_all_avoid_all()
    {
        var cohort = People(new SplitMix(1), 6);
        cohort = cohort with { Learners = [.. cohort.Learners.Select(learner => learner with { Avoids = [.. cohort.Learners.Select(other => other.Id)] })] };

        var drawn = PairRound.Draw(new PairTask(cohort, Quota.BothSides, 0, []));

        Assert.Empty(drawn.Plan.Ids);
        Assert.Equal(6, drawn.LeftOut.Count);
    }

    [Fact]
    public void Somebody_who_fits_nobody_costs_nobody_else_their_place()
    {
        var random = new SplitMix(8);
        for (var made = 0; made < 60; made++)
        {
            var cohort = People(random, 3 + (2 * random.Below(5)));
            var alone = cohort.Learners.First();
            cohort = cohort with { Learners = [.. cohort.Learners.Skip(1), alone with { Avoids = [.. cohort.Learners.Select(other => other.Id)] }] };

            var drawn = PairRound.Draw(new PairTask(cohort, Quota.BothSides, 0, []));

            Assert.Equal([alone.Id], drawn.LeftOut);
            Assert.All(drawn.Plan.Ids, pair => Assert.Equal(2, pair.Count));
        }
    }

    [Fact]
    public void Somebody_alone_is_left_out_and_nobody_at_all_is_no_round()
    {
        var one = People(new SplitMix(1), 1);

        Assert.Equal(one.Learners.Select(learner => learner.Id), PairRound.Draw(new PairTask(one, Quota.None, 0, [])).LeftOut);
        Assert.Empty(PairRound.Draw(new PairTask(new Cohort([], []), Quota.None, 0, [])).Plan.Ids);
    }

    private static Cohort People(SplitMix random, int people) =>
        new([.. Enumerable.Range(1, people).Select(id => MadeCohorts.Person(random, (ulong)id, (Tracks)(1 + random.Below(3)), [19], 40))], []);

    private static Cohort Changed(SplitMix random, Cohort cohort, int round) => cohort with
    {
        Learners =
        [
            .. cohort.Learners.Where(_ => random.Below(20) > 0),
            .. Enumerable.Range(0, random.Below(5)).Select(more => MadeCohorts.Person(random, (ulong)((100 * round) + more), (Tracks)(1 + random.Below(3)), [19], 40)),
        ],
    };

    private static Cohort After(Cohort cohort, Plan plan) => cohort with
    {
        Met =
        [
            .. cohort.Met.Select(meeting => meeting with { RoundsAgo = meeting.RoundsAgo + 1 }),
            .. plan.Ids.SelectMany(Twos).Select(two => new Meeting(two.One, two.Other, 1)),
        ],
    };

    private static IEnumerable<(ulong One, ulong Other)> Twos(IEnumerable<ulong> group) =>
        from one in @group from other in @group where one < other select (one, other);

    private static (ulong One, ulong Other) Key(ulong one, ulong other) => (Math.Min(one, other), Math.Max(one, other));
}
