using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>What is said when the rules cannot all hold, and the nearest plan in which they do.</summary>
public sealed class AdviceTests
{
    private static readonly MatchRules Rules = new(TeamSize.Exactly(2), Quota.BothSides, MinimumHours: 3, CoolDown: 0);

    [Fact]
    public void Two_who_share_two_hours_only_could_with_two_hours()
    {
        var task = Task(Person(1, Tracks.Backend, 18, 19, 20), Person(2, Tracks.Frontend, 19, 20, 21));
        var plan = TeamBuilder.Form(task);

        var remedy = Assert.IsType<Remedy.FewerHours>(Assert.Single(Remedy.For(task, plan)));
        var obstacle = Assert.IsType<Obstacle.NobodyAwakeWith>(Assert.Single(Obstacle.Of(task.Cohort, task.Rules)));

        Assert.Equal(2, remedy.Hours);
        Assert.Equal(0, remedy.Plan.Breaches.Count);
        Assert.Equal([1UL, 2UL], obstacle.People);
    }

    [Fact]
    public void Without_the_one_who_has_no_time_a_larger_team_would_do()
    {
        var task = Task(Person(1, Tracks.Backend, 18, 19, 20), Person(2, Tracks.Frontend, 18, 19, 20), Person(3, Tracks.Frontend), Person(4, Tracks.Backend, 18, 19, 20), Person(5, Tracks.Frontend, 18, 19, 20));
        task = task with { Rules = task.Rules with { Size = new TeamSize(2, 2, 3) } };
        var plan = TeamBuilder.Form(task);

        Assert.Equal([3UL], Assert.IsType<Obstacle.TooFewHours>(Assert.Single(Obstacle.Of(task.Cohort, task.Rules))).People);
        Assert.Equal([3UL], Assert.Single(plan.Violations).Violation.People);
        Assert.Collection(
            Remedy.For(task, plan),
            remedy => Assert.Equal(0, Assert.IsType<Remedy.FewerHours>(remedy).Hours),
            remedy => Assert.Equal([3UL], Assert.IsType<Remedy.Without>(remedy).People));
    }

    [Fact]
    public void Everybody_of_one_track_lacks_the_other()
    {
        var task = Task([.. Enumerable.Range(1, 6).Select(id => Person((ulong)id, Tracks.Backend, 18, 19, 20))]);
        var plan = TeamBuilder.Form(task);

        Assert.Equal(new Obstacle.MissingPeople(Teams: 3, Backend: 0, Frontend: 3), Assert.Single(Obstacle.Of(task.Cohort, task.Rules)));
        Assert.Equal(3, plan.Breaches.Tracks);
        Assert.All(plan.Violations, one => Assert.Equal((0, 1), one.Violation is Violation.MissingTracks { Backend: var backend, Frontend: var frontend } ? (backend, frontend) : default));
        Assert.Empty(Remedy.For(task, plan));
    }

    [Fact]
    public void Too_few_frontend_learners_for_small_teams_make_larger_ones()
    {
        var task = Task([.. Enumerable.Range(1, 12).Select(id => Person((ulong)id, id <= 3 ? Tracks.Frontend : Tracks.Backend, 18, 19, 20))]);
        task = task with { Rules = task.Rules with { Size = new TeamSize(2, 3, 5) } };

        var plan = TeamBuilder.Form(task);

        Assert.Equal([4, 4, 4], plan.Ids.Select(team => team.Count));
        Assert.Equal(0, plan.Breaches.Count);
        Assert.Empty(Remedy.For(task, plan));
    }

    [Fact]
    public void Those_who_avoid_everybody_are_named()
    {
        var people = Enumerable.Range(1, 4).Select(id => Person((ulong)id, Tracks.FullStack, 18, 19, 20)).ToArray();
        people[0] = people[0] with { Avoids = [2, 3, 4] };
        var task = Task(people);

        Assert.Equal([1UL], Assert.IsType<Obstacle.AvoidsTooMany>(Assert.Single(Obstacle.Of(task.Cohort, task.Rules))).People);
        Assert.Single(TeamBuilder.Form(task).Violations, one => one.Violation is Violation.Avoided { People: [1, _] });
    }

    [Fact]
    public void People_who_cannot_be_split_are_placed_all_the_same()
    {
        var task = Task([.. Enumerable.Range(1, 7).Select(id => Person((ulong)id, Tracks.FullStack, 18, 19, 20))]);
        task = task with { Rules = task.Rules with { Size = new TeamSize(4, 4, 5) } };
        var plan = TeamBuilder.Form(task);

        Assert.Equal(new Obstacle.CannotSplit(7, task.Rules.Size), Assert.Single(Obstacle.Of(task.Cohort, task.Rules)));
        Assert.Equal(7, plan.People);
        Assert.True(plan.Breaches.Size > 0);
    }

    [Fact]
    public void One_alone_is_a_team_that_is_too_small_and_nobody_is_no_team()
    {
        var plan = TeamBuilder.Form(Task(Person(1, Tracks.FullStack, 18, 19, 20)));

        Assert.Equal([[1UL]], plan.Ids);
        Assert.Contains(plan.Violations, one => one.Violation is Violation.TooSmall { Least: 2 });
        Assert.Empty(TeamBuilder.Form(Task()).Ids);
        Assert.Equal(0, TeamBuilder.Form(Task()).Worth);
    }

    [Fact]
    public void A_cool_down_that_is_too_long_is_shortened()
    {
        var task = Task([.. Enumerable.Range(1, 4).Select(id => Person((ulong)id, Tracks.FullStack, 18, 19, 20))]);
        task = task with
        {
            Rules = task.Rules with { CoolDown = 3 },
            Cohort = task.Cohort with { Met = [new(1, 2, 1), new(3, 4, 1), new(1, 3, 2), new(2, 4, 2), new(1, 4, 3), new(2, 3, 3)] },
        };
        var plan = TeamBuilder.Form(task);

        var remedy = Assert.IsType<Remedy.ShorterCoolDown>(Remedy.For(task, plan)[0]);

        Assert.Equal(2, plan.Breaches.CoolDown);
        Assert.Equal(2, remedy.Rounds);
        Assert.Equal([[1UL, 4UL], [2UL, 3UL]], remedy.Plan.Ids);
    }

    private static MatchTask Task(params Learner[] learners) => new(new Cohort(learners, []), Rules, Weights.Default, 1) { Effort = new Effort(10_000) };

    private static Learner Person(ulong id, Tracks tracks, params int[] hours) =>
        new(id, tracks, 3, ["api"], WeekGrid.Of(hours.SelectMany(hour => new[] { 2 * hour, (2 * hour) + 1 })), [], []);
}
