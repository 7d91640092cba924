using System.Diagnostics;
using Nexus.Bot.Matching;

namespace Nexus.Benchmarks;

/// <summary>
/// NX-TEAMS v1: how good the teams are against optima and bounds that were proven once (column generation with exact pricing), how long that
/// takes on one thread, and whether anybody is left out.
/// </summary>
internal sealed class TeamsBenchmark(int runs, int most)
{
    private const int TeamOfFour = 4;

    // People, instance, the proven optimum or (from 500 on) the bound of the linear programme, and breaches that cannot be helped.
    private static readonly (int People, int Number, double Bound, int Unavoidable)[] Fours =
    [
        (20, 1, 65.6290, 0), (20, 2, -7.0695, 2), (20, 3, 35.0007, 1),
        (40, 1, 84.658, 0), (40, 2, 58.132, 1), (40, 3, 83.954, 0),
        (100, 1, 84.074, 0), (100, 2, 86.362, 0), (100, 3, 86.203, 0),
        (500, 1, 94.216, 0), (500, 2, 94.721, 0), (500, 3, 95.050, 0),
        (2000, 1, 97.280, 0),
    ];

    private readonly double _residentBefore = ProcessCounters.OfThisProcess().ResidentMb;

    public TeamsReport Run(CancellationToken ct)
    {
        var lines = new List<TeamsLine>();
        foreach (var (people, number, bound, unavoidable) in Fours.Where(one => one.People <= most))
        {
            lines.Add(Measure("fours", people, number, TeamOfFour, bound, unavoidable, ct));
        }

        foreach (var (people, number) in from people in new[] { 100, 500 } where people <= most from number in new[] { 1, 2, 3 } select (people, number))
        {
            var exact = ExactPairs(people, number, ct);
            lines.Add(Measure("pairs", people, number, 2, exact.Worth, exact.Breaches, ct));
        }

        return new TeamsReport(Environment.ProcessorCount, runs, lines, LeftOver(ct), Rotate(ct), Peak());
    }

    private double Peak() => Math.Max(0, ProcessCounters.OfThisProcess().PeakResidentMb - _residentBefore);

    private TeamsLine Measure(string set, int people, int number, int size, double bound, int unavoidable, CancellationToken ct)
    {
        var task = new MatchTask(TeamsInstance.Make(people, number, size), TeamsInstance.Rules(size), Weights.Default, 1);
        var random = new SplitMix(1);
        var scorer = new Scorer(new Roster(task.Cohort, task.Rules), task.Weights);
        var chance = Enumerable.Range(0, 20).Average(_ => new Plan(scorer, TeamsInstance.Shuffled(random, people, size)).Worth);
        var plans = new List<(double Worth, int Breaches, double Seconds, double Processor)>();
        for (var seed = 1; seed <= (people < 2000 ? runs : 1); seed++)
        {
            var clock = Stopwatch.StartNew();
            var processor = ThreadTime.Milliseconds;
            var plan = TeamBuilder.Form(task with { Seed = (ulong)seed }, ct: ct);
            plans.Add((plan.Worth, plan.Breaches.Count, clock.Elapsed.TotalSeconds, (ThreadTime.Milliseconds - processor) / 1000));
        }

        var median = Median(plans.Select(plan => plan.Worth));
        return new TeamsLine(
            set, people, number, Math.Round(chance, 1), Math.Round(median, 3), Math.Round(plans.Min(plan => plan.Worth), 3), bound,
            Math.Round(1 - ((bound - median) / Math.Abs(bound)), 4), plans.Max(plan => plan.Breaches), unavoidable,
            Math.Round(Median(plans.Select(plan => plan.Processor)), 2), Math.Round(Median(plans.Select(plan => plan.Seconds)), 2));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static (double Worth, int Breaches) ExactPairs(int people, int number, CancellationToken ct)
    {
        var scorer = new Scorer(new Roster(TeamsInstance.Make(people, number, 2), TeamsInstance.Rules(2)), Weights.Default);
        var mates = PairMatching.Best(people, (one, other) => 2 * scorer.Worth([one, other]), ct);
        var plan = new Plan(scorer, mates.Index().Where(pair => pair.Index < pair.Item).Select(pair => new[] { pair.Index, pair.Item }));
        return (plan.Worth, plan.Breaches.Count);
    }

    // Numbers of people that no size divides: who is left out, which teams are too small or too large, and is the result the same twice?
    private static LeftOverLine LeftOver(CancellationToken ct)
    {
        var (cases, leftOut, wrongSize, different) = (0, 0, 0, 0);
        foreach (var people in new[] { 21, 23, 41, 43, 57, 103, 199 })
        {
            for (var size = 2; size <= 6; size++)
            {
                var limits = new TeamSize(Math.Max(2, size - 1), size, Math.Min(6, size + 1));
                var task = new MatchTask(TeamsInstance.Make(people, 1, size), TeamsInstance.Rules(size) with { Size = limits }, Weights.Default, 1) { Effort = new Effort(50_000) };
                var mixed = task.Cohort.Learners.ToArray();
                new SplitMix(1).Shuffle(mixed.AsSpan());
                var plan = TeamBuilder.Form(task, ct: ct);
                var again = TeamBuilder.Form(task with { Cohort = task.Cohort with { Learners = mixed } }, ct: ct);
                cases++;
                leftOut += people - plan.Ids.SelectMany(team => team).Distinct().Count();
                wrongSize += plan.Ids.Count(team => team.Count < limits.Least || team.Count > limits.Most);
                different += plan.Ids.SelectMany(team => team).SequenceEqual(again.Ids.SelectMany(team => team)) ? 0 : 1;
            }
        }

        return new LeftOverLine(cases, leftOut, wrongSize, different);
    }

    // A hundred people in fours, six rounds, nobody again with somebody of the round before.
    private static List<RotationLine> Rotate(CancellationToken ct)
    {
        var lines = new List<RotationLine>();
        for (var number = 1; number <= 3; number++)
        {
            var cohort = TeamsInstance.Make(100, number, TeamOfFour, met: false);
            var rules = TeamsInstance.Rules(TeamOfFour) with { CoolDown = 1 };
            var scores = new List<double>();
            var (repeats, broken) = (0, 0);
            for (var round = 1; round <= 6; round++)
            {
                var plan = TeamBuilder.Form(new MatchTask(cohort, rules, Weights.Rotating, (ulong)round), ct: ct);
                scores.Add(plan.Teams.Average(team => team.Score.Total));
                repeats += plan.Breaches.CoolDown;
                broken += plan.Breaches.Count - plan.Breaches.CoolDown;
                cohort = cohort with
                {
                    Met =
                    [
                        .. cohort.Met.Select(meeting => meeting with { RoundsAgo = meeting.RoundsAgo + 1 }),
                        .. from team in plan.Ids from one in team from other in team where one < other select new Meeting(one, other, 1),
                    ],
                };
            }

            lines.Add(new RotationLine(number, repeats, broken, Math.Round(scores[0], 1), Math.Round(scores.Min(), 1)));
        }

        return lines;
    }
}
