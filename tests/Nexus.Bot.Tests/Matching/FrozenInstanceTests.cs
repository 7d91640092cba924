using Nexus.Benchmarks;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>The small instances of NX-TEAMS v1 against their optima, which were proven once.</summary>
public sealed class FrozenInstanceTests
{
    // Of these many people, instance by instance: the proven optimum and how many rules it cannot but break.
    [Theory]
    [InlineData(20, 1, 65.629, 0)]
    [InlineData(20, 2, -7.070, 2)]
    [InlineData(20, 3, 35.001, 1)]
    [InlineData(40, 1, 84.658, 0)]
    [InlineData(40, 2, 58.132, 1)]
    [InlineData(40, 3, 83.954, 0)]
    public void Small_cohorts_get_the_best_teams_there_are(int people, int number, double optimum, int breaches)
    {
        var plan = Form(people, number, seed: 1);

        Assert.Equal(optimum, plan.Worth, 0.0006);
        Assert.Equal(breaches, plan.Breaches.Count);
    }

    [Theory]
    [InlineData(1, 84.074)]
    [InlineData(2, 86.362)]
    [InlineData(3, 86.203)]
    public void A_hundred_people_get_teams_within_half_a_percent_of_the_best_and_no_rule_is_broken(int number, double optimum)
    {
        var plan = Form(100, number, seed: 1);

        Assert.InRange(plan.Worth, 0.995 * optimum, optimum + 0.0006);
        Assert.Equal(0, plan.Breaches.Count);
    }

    // The optima of the same exact matching once compared with every plan; the first is also known from elsewhere (33.835).
    [Theory]
    [InlineData(20, 1, 33.8348)]
    [InlineData(100, 1, 92.2494)]
    [InlineData(100, 2, 94.8520)]
    [InlineData(100, 3, 86.8840)]
    public void Pairs_are_the_best_there_are(int people, int number, double optimum)
    {
        var task = new MatchTask(TeamsInstance.Make(people, number, 2), TeamsInstance.Rules(2), Weights.Default, 1);

        Assert.Equal(optimum, TeamBuilder.Form(task).Worth, 0.0001);
    }

    [Fact]
    public void Nobody_is_left_out_and_no_team_is_too_small_or_too_large_whatever_is_left_over()
    {
        foreach (var people in new[] { 21, 23, 41, 43, 57, 103, 199 })
        {
            foreach (var size in new[] { 2, 3, 4, 5, 6 })
            {
                var rules = TeamsInstance.Rules(size) with { Size = new TeamSize(Math.Max(2, size - 1), size, size + 1) };
                var cohort = TeamsInstance.Make(people, 1, size);
                var plan = TeamBuilder.Form(new MatchTask(cohort, rules, Weights.Default, 1) { Effort = new Effort(20_000) });

                Assert.Equal(cohort.Learners.Select(learner => learner.Id), plan.Ids.SelectMany(team => team).Order());
                Assert.All(plan.Ids, team => Assert.InRange(team.Count, rules.Size.Least, rules.Size.Most));
            }
        }
    }

    [Theory]
    [InlineData(23, 4)]
    [InlineData(57, 3)]
    [InlineData(60, 2)]
    public void The_same_seed_gives_the_same_teams_in_whatever_order_people_come(int people, int size)
    {
        var cohort = TeamsInstance.Make(people, 2, size);
        var rules = TeamsInstance.Rules(size) with { Size = new TeamSize(size, size, size + 1) };
        var task = new MatchTask(cohort, rules, Weights.Default, Seed: 7) { Effort = new Effort(100_000) };
        var mixed = cohort.Learners.Select(learner => learner with { Tags = [.. learner.Tags.Reverse()], Wishes = [.. learner.Wishes.Reverse()] }).ToArray();
        new SplitMix(3).Shuffle(mixed.AsSpan());
        var met = cohort.Met.Select(meeting => new Meeting(meeting.Other, meeting.One, meeting.RoundsAgo)).Reverse().ToList();

        var plan = TeamBuilder.Form(task);
        var again = TeamBuilder.Form(task with { Cohort = new Cohort(mixed, met) });

        Assert.Equal(Text(plan), Text(again));
        Assert.Equal(plan.Worth, again.Worth);
    }

    [Fact]
    public void Another_seed_may_give_other_teams()
    {
        var task = new MatchTask(TeamsInstance.Make(57, 1, 4), TeamsInstance.Rules(4) with { Size = new TeamSize(4, 4, 5) }, Weights.Default, 1) { Effort = new Effort(2_000) };

        Assert.True(Enumerable.Range(1, 5).Select(seed => Text(TeamBuilder.Form(task with { Seed = (ulong)seed }))).Distinct().Count() > 1);
    }

    [Fact]
    public void A_search_is_stopped_at_once()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<double>();
        var task = new MatchTask(TeamsInstance.Make(100, 1, 4), TeamsInstance.Rules(4), Weights.Default, 1);

        Assert.Throws<OperationCanceledException>(() => TeamBuilder.Form(
            task,
            new Told(done =>
            {
                told.Add(done);
                if (done > 0.01)
                {
                    stop.Cancel();
                }
            }),
            stop.Token));

        Assert.InRange(told[^1], 0.01, 0.02);
        Assert.Equal(told.Order(), told);
    }

    private static string Text(Plan plan) => string.Join(" | ", plan.Ids.Select(team => string.Join(' ', team)));

    private static Plan Form(int people, int number, ulong seed) =>
        TeamBuilder.Form(new MatchTask(TeamsInstance.Make(people, number, 4), TeamsInstance.Rules(4), Weights.Default, seed));

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
