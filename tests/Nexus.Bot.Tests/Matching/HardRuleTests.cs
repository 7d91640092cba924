using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>Rules that can all hold do hold; where they cannot, no plan breaks fewer.</summary>
public sealed class HardRuleTests
{
    [Fact]
    public void No_rule_is_broken_in_a_thousand_cohorts_in_which_all_of_them_can_hold()
    {
        var random = new SplitMix(2026);
        var broken = new List<string>();
        for (var made = 0; made < 1000; made++)
        {
            var task = MadeCohorts.Planted(random);

            // A short look is enough for nearly all; what it does not find, the usual one has to.
            var plan = new[] { 0.03, 0.2, 1 }.Select(share => TeamBuilder.Form(task with { Effort = Effort.For(task.Cohort.Learners.Count) * share }))
                .FirstOrDefault(found => found.Breaches.Count == 0);
            if (plan is null || plan.Violations.Any() || plan.People != task.Cohort.Learners.Count)
            {
                broken.Add($"{made}: {task.Rules}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Where_the_rules_cannot_all_hold_no_plan_breaks_fewer()
    {
        var random = new SplitMix(7);
        var (unavoidable, none) = (0, 0);
        for (var made = 0; made < 300; made++)
        {
            var task = MadeCohorts.Small(random);
            var scorer = new Scorer(new Roster(task.Cohort, task.Rules), task.Weights);
            var least = EveryPlan.Best(task.Cohort.Learners.Count, task.Rules.Size.Least, task.Rules.Size.Most, team => -scorer.BreachesOf(scorer.Count(team)).Cost(task.Rules.Penalties));

            var plan = TeamBuilder.Form(task with { Effort = new Effort(50_000) });

            Assert.Equal(-least, plan.Breaches.Cost(task.Rules.Penalties));
            (unavoidable, none) = least < 0 ? (unavoidable + 1, none) : (unavoidable, none + 1);
        }

        Assert.True(unavoidable > 50 && none > 50, $"{unavoidable} of the cohorts could not keep the rules, {none} could: too few of one kind to tell.");
    }

    [Fact]
    public void What_the_search_counts_is_what_the_teams_say()
    {
        var random = new SplitMix(11);
        for (var made = 0; made < 100; made++)
        {
            var task = MadeCohorts.Small(random);
            var plan = TeamBuilder.Form(task with { Effort = new Effort(1_000) });
            var said = plan.Violations.Select(one => one.Violation).ToList();

            Assert.Equal(plan.Breaches.Hours, said.OfType<Violation.TooFewHours>().Count());
            Assert.Equal(plan.Breaches.Avoid, said.OfType<Violation.Avoided>().Count());
            Assert.Equal(plan.Breaches.CoolDown, said.OfType<Violation.MetTooSoon>().Count());
            Assert.Equal(plan.Breaches.Tracks, said.OfType<Violation.MissingTracks>().Sum(one => one.Backend + one.Frontend) + said.OfType<Violation.SurplusTracks>().Sum(one => one.HowMany));
            Assert.All(plan.Teams, team => Assert.Equal(team.Score.Total, Enum.GetValues<Criterion>().Sum(team.Score.Points), 9));
        }
    }
}
