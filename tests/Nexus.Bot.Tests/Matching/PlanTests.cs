using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>What a plan says of its teams, and changes by hand.</summary>
public sealed class PlanTests
{
    private const ulong Ada = 1;
    private const ulong Bo = 2;
    private const ulong Cleo = 3;
    private const ulong Dan = 4;

    private static readonly MatchRules Rules = new(TeamSize.Exactly(2), Quota.BothSides, MinimumHours: 2, CoolDown: 1);

    [Fact]
    public void A_team_tells_the_facts_its_score_rests_on()
    {
        var team = Form(
            [
                Person(Ada, Tracks.Backend, hours: [18, 19, 20, 21], skill: 4, tags: ["django", "docker"]) with { Wishes = [Bo] },
                Person(Bo, Tracks.Frontend, hours: [19, 20, 21, 22], skill: 2, tags: ["docker", "react"]) with { Wishes = [Cleo] },
                Person(Cleo, Tracks.Backend, hours: [0, 1, 2], skill: 3),
                Person(Dan, Tracks.Frontend, hours: [0, 1, 2], skill: null),
            ],
            new Meeting(Bo, Ada, 3)).Teams.First();

        Assert.Equal([Ada, Bo], team.Members);
        Assert.Equal(3, team.Facts.SharedHours);
        Assert.Equal("docker", team.Facts.Tag);
        Assert.Equal([Ada, Bo], team.Facts.Tagged);
        Assert.Equal([Ada], team.Facts.Backend);
        Assert.Equal([Bo], team.Facts.Frontend);
        Assert.Equal((3, 3), (team.Facts.Skill, team.Facts.CohortSkill));
        Assert.Equal([(Ada, Bo)], team.Facts.Granted);
        Assert.Equal([Bo], team.Facts.NotGranted);
        Assert.Equal([new Meeting(Ada, Bo, 3)], team.Facts.Met);

        // 3 of 8 hours, a tag both have, the average skill, one of two wishes, a meeting three rounds ago.
        Assert.Equal((0.375, 1, 1, 0.5, 0.75), (team.Score.Hours, team.Score.Interests, team.Score.Balance, team.Score.Wishes, team.Score.Novelty));
        Assert.Equal((32.8 * 0.375) + 24.6 + 18.4 + 6.9 + 7.8, team.Score.Total, 6);
        Assert.Equal(Criterion.Hours, team.Score.Weakest);
        Assert.Empty(team.Violations);
    }

    [Fact]
    public void What_somebody_has_not_told_is_said()
    {
        var team = Form([Person(Ada, Tracks.Backend, [1, 2], 3), Person(Bo, Tracks.Frontend, [], null, [])]).Teams.Single();

        Assert.Equal([(Bo, ProfileGap.Hours), (Bo, ProfileGap.Skill), (Bo, ProfileGap.Tags)], team.Facts.Unknown);
        Assert.Equal(1, team.Score.Balance);
        Assert.Equal([Bo], Assert.IsType<Violation.TooFewHours>(Assert.Single(team.Violations)).People);
    }

    [Fact]
    public void Somebody_without_hours_does_not_get_the_best_partner()
    {
        var people = Enumerable.Range(1, 7).Select(id => Person((ulong)id, id % 2 == 0 ? Tracks.Backend : Tracks.Frontend, [18, 19, 20, 21], 3)).Append(Person(8, Tracks.Backend, [], 3)).ToList();
        var plan = TeamBuilder.Form(new MatchTask(new Cohort(people, []), Rules, Weights.Default, 1) { Effort = new Effort(20_000) });

        Assert.Equal(new Breaches(0, 1, 0, 0, 0), plan.Breaches);
        Assert.Equal([8UL], Assert.Single(plan.Violations).Violation.People);
        Assert.Equal(0, plan[plan.TeamOf(8)].Score.Hours);
        Assert.DoesNotContain(PartnerSearch.Best(new Cohort(people, []), Rules, Weights.Default, 1, 5), offer => offer.Id == 8);
    }

    [Fact]
    public void Partners_are_offered_best_first_and_none_who_breaks_a_rule()
    {
        var cohort = new Cohort(
            [
                Person(Ada, Tracks.Backend, [18, 19, 20, 21], 3, ["graphql"]) with { Avoids = [5] },
                Person(Bo, Tracks.Frontend, [20, 21], 3, ["graphql"]),
                Person(Cleo, Tracks.Frontend, [18, 19, 20, 21], 3, ["graphql"]),
                Person(Dan, Tracks.Backend, [18, 19, 20, 21], 3, ["graphql"]),
                Person(5, Tracks.Frontend, [18, 19, 20, 21], 3, ["graphql"]),
                Person(6, Tracks.Frontend, [18, 19, 20, 21], 3, ["graphql"]),
                Person(7, Tracks.Frontend, [1, 2, 3], 3, ["graphql"]),
                Person(8, Tracks.FullStack, [18, 19, 20, 21], 3, ["graphql"]),
            ],
            [new Meeting(Ada, 6, 1)]);

        var offers = PartnerSearch.Best(cohort, Rules, Weights.Default, Ada, 5, new HashSet<ulong> { 8 });

        Assert.Equal([Cleo, Bo], offers.Select(offer => offer.Id));
        Assert.Equal((4, "graphql"), (offers[0].Pair.Facts.SharedHours, offers[0].Pair.Facts.Tag));
    }

    [Fact]
    public void A_swap_by_hand_changes_the_scores_and_names_what_it_breaks()
    {
        var plan = Form(
        [
            Person(Ada, Tracks.Backend, [18, 19, 20], 3) with { Avoids = [Dan] },
            Person(Bo, Tracks.Frontend, [18, 19, 20], 3),
            Person(Cleo, Tracks.Backend, [1, 2, 3], 3),
            Person(Dan, Tracks.Frontend, [1, 2, 3], 3),
        ]);
        Assert.Equal([[Ada, Bo], [Cleo, Dan]], plan.Ids);

        var swapped = plan.Swap(Bo, Dan);

        Assert.Equal([[Ada, Dan], [Bo, Cleo]], swapped.Ids);
        Assert.Equal(new Breaches(1, 2, 0, 0, 0), swapped.Breaches);
        Assert.Equal([(0, "TooFewHours"), (0, "Avoided"), (1, "TooFewHours")], swapped.Violations.Select(one => (one.Team, one.Violation.GetType().Name)));
        Assert.True(plan.IsBetterThan(swapped) && !swapped.IsBetterThan(plan));
        Assert.Equal(plan.Ids, swapped.Swap(Bo, Dan).Ids);
        Assert.Equal(plan.Worth, swapped.Together(Ada, Bo)!.Worth, 9);
        Assert.Equal(swapped.Together(Ada, Bo)!.TeamOf(Ada), swapped.Together(Ada, Bo)!.TeamOf(Bo));
        Assert.Null(plan.Together(Ada, Bo));
    }

    [Fact]
    public void A_move_by_hand_names_the_team_that_becomes_too_small_and_the_one_that_becomes_too_large()
    {
        var plan = Form([.. new[] { Ada, Bo, Cleo, Dan }.Select(id => Person(id, Tracks.FullStack, [18, 19, 20], 3))]);

        var moved = plan.Move(Ada, plan.TeamOf(Dan) == plan.TeamOf(Ada) ? 1 - plan.TeamOf(Ada) : plan.TeamOf(Dan));

        Assert.Equal([1, 3], moved.Ids.Select(team => team.Count).Order());
        Assert.Single(moved.Violations, one => one.Violation is Violation.TooSmall { Least: 2, People.Count: 1 });
        Assert.Single(moved.Violations, one => one.Violation is Violation.TooLarge { Most: 2, People.Count: 3 });
        Assert.Single(moved.Violations, one => one.Violation is Violation.MissingTracks);
    }

    [Fact]
    public void Locked_people_stay_and_locked_teams_stay_as_they_are()
    {
        var random = new SplitMix(8);
        var cohort = new Cohort([.. Enumerable.Range(1, 24).Select(id => MadeCohorts.Person(random, (ulong)id, Tracks.FullStack, [10, 11, 12], 30))], []);
        var task = new MatchTask(cohort, new MatchRules(new TeamSize(3, 4, 5), Quota.BothSides, 2, 0), Weights.Default, 1) { Effort = new Effort(20_000) };
        var plan = TeamBuilder.Form(task);
        var kept = plan.Ids[2];
        ulong[] pair = [.. plan.Ids[4].Take(2)];

        var rebuilt = TeamBuilder.Form(task with { Seats = plan.Ids, Locked = kept.Concat(pair).ToHashSet(), Seed = 99 });

        Assert.Contains(rebuilt.Ids, team => team.SequenceEqual(kept));
        Assert.Equal(rebuilt.TeamOf(pair[0]), rebuilt.TeamOf(pair[1]));
        Assert.Equal(24, rebuilt.People);
        Assert.All(rebuilt.Ids, team => Assert.InRange(team.Count, 3, 5));
        Assert.NotEqual(plan.Ids.SelectMany(team => team), rebuilt.Ids.SelectMany(team => team));
    }

    [Theory]
    [InlineData(2, 1, 0, 0, 0)]
    [InlineData(1, 1, 1, 0, 0)]
    [InlineData(0, 1, 2, 0, 0)]
    [InlineData(1, 2, 0, 1, 0)]
    [InlineData(0, 0, 2, 1, 0)]
    [InlineData(3, 2, 0, 0, 0)]
    [InlineData(4, 1, 0, 0, 1)]
    [InlineData(3, 2, 1, 0, 1)]
    [InlineData(5, 0, 0, 1, 2)]
    public void Two_or_three_backend_and_one_or_two_frontend_learners_are_counted_with_full_stack_as_either(int backend, int frontend, int both, int missing, int surplus)
    {
        var quota = new Quota(2, 3, 1, 2);

        Assert.Equal((missing, surplus), (quota.Missing(backend, frontend, both), quota.Surplus(backend, frontend, both)));
    }

    [Fact]
    public void Weights_follow_the_order_the_organiser_gives()
    {
        Assert.Equal(new Weights(0.328, 0.246, 0.184, 0.138, 0.104), Weights.Default);
        Assert.Equal(new Weights(0, 0, 0.432, 0.324, 0.244) with { Balance = 0.433, Novelty = 0.243 }, Weights.Ordered(Criterion.Balance, Criterion.Wishes, Criterion.Novelty));
        Assert.Equal(0.25, Weights.Rotating.Novelty);
        Assert.Equal(1, Enum.GetValues<Criterion>().Sum(criterion => Weights.Rotating[criterion]), 9);
    }

    private static Plan Form(IReadOnlyList<Learner> learners, params Meeting[] met) =>
        TeamBuilder.Form(new MatchTask(new Cohort(learners, met), Rules, Weights.Default, 1) { Effort = new Effort(10_000) });

    private static Learner Person(ulong id, Tracks tracks, int[] hours, double? skill, string[]? tags = null) =>
        new(id, tracks, skill, tags ?? [$"tag of {id}"], WeekGrid.Of(hours.SelectMany(hour => new[] { 2 * hour, (2 * hour) + 1 })), [], []);
}
