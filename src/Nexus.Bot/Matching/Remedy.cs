namespace Nexus.Bot.Matching;

/// <summary>A small change to the rules, or to who takes part, with which all of them hold; the plan shows it.</summary>
internal abstract record Remedy(Plan Plan)
{
    // Enough to see whether it can be done; the plan for good is made when the mentor has chosen.
    private const double Share = 0.25;

    public sealed record FewerHours(double Hours, Plan Plan) : Remedy(Plan);

    public sealed record OtherSize(TeamSize Size, Plan Plan) : Remedy(Plan);

    public sealed record ShorterCoolDown(int Rounds, Plan Plan) : Remedy(Plan);

    public sealed record Without(IReadOnlyList<ulong> People, Plan Plan) : Remedy(Plan);

    /// <summary>For a plan that breaks rules: each single change that is found to help, the smallest of its kind.</summary>
    public static IReadOnlyList<Remedy> For(MatchTask task, Plan plan, CancellationToken ct = default)
    {
        if (plan.Breaches.Count == 0)
        {
            return [];
        }

        var quick = task with { Effort = (task.Effort ?? Effort.For(task.Cohort.Learners.Count)) * Share };
        Remedy?[] found =
        [
            plan.Breaches.Hours > 0 ? WithFewerHours(quick, ct) : null,
            plan.Breaches.CoolDown > 0 ? WithShorterCoolDown(quick, ct) : null,
            WithOtherSize(quick, ct),
            WithoutSome(quick, ct),
        ];
        return [.. found.OfType<Remedy>()];
    }

    private static FewerHours? WithFewerHours(MatchTask task, CancellationToken ct)
    {
        // What holds with some hours holds with fewer.
        FewerHours? best = null;
        var (low, high) = (0, (int)Math.Ceiling(2 * task.Rules.MinimumHours) - 1);
        while (low <= high)
        {
            var slots = best is null && low == 0 ? 0 : (low + high + 1) / 2;
            if (Holding(task with { Rules = task.Rules with { MinimumHours = slots / 2.0 } }, ct) is not { } plan)
            {
                high = slots - 1;
                continue;
            }

            best = new FewerHours(slots / 2.0, plan);
            low = slots + 1;
        }

        return best;
    }

    private static ShorterCoolDown? WithShorterCoolDown(MatchTask task, CancellationToken ct)
    {
        for (var rounds = task.Rules.CoolDown - 1; rounds >= 0; rounds--)
        {
            if (Holding(task with { Rules = task.Rules with { CoolDown = rounds } }, ct) is { } plan)
            {
                return new ShorterCoolDown(rounds, plan);
            }
        }

        return null;
    }

    private static OtherSize? WithOtherSize(MatchTask task, CancellationToken ct)
    {
        var size = task.Rules.Size;
        TeamSize[] sizes = [size with { Most = size.Most + 1 }, size with { Least = size.Least - 1 }];
        foreach (var other in sizes.Where(other => other.Least > 1))
        {
            if (Holding(task with { Rules = task.Rules with { Size = other } }, ct) is { } plan)
            {
                return new OtherSize(other, plan);
            }
        }

        return null;
    }

    private static Without? WithoutSome(MatchTask task, CancellationToken ct)
    {
        ulong[] people = [.. Obstacle.Of(task.Cohort, task.Rules).SelectMany(obstacle => obstacle switch
        {
            Obstacle.TooFewHours few => few.People,
            Obstacle.NobodyAwakeWith awake => awake.People,
            Obstacle.AvoidsTooMany avoids => avoids.People,
            _ => [],
        }).Order()];
        var rest = task.Cohort with { Learners = [.. task.Cohort.Learners.Where(learner => !people.Contains(learner.Id))] };
        return people.Length > 0 && rest.Learners.Count > 0 && Holding(task with { Cohort = rest }, ct) is { } plan ? new Without(people, plan) : null;
    }

    private static Plan? Holding(MatchTask task, CancellationToken ct) =>
        TeamBuilder.Form(task, ct: ct) is { Breaches.Count: 0 } plan ? plan : null;
}
