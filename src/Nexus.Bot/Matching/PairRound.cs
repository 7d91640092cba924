namespace Nexus.Bot.Matching;

/// <summary>
/// Rounds of pairs: nobody with somebody they avoid, nobody again with somebody they met while that can be helped (then those whose meeting is
/// longest ago), then as many pairs of both tracks with hours in common as there can be, then the best. An odd number makes one trio.
/// </summary>
internal sealed class PairRound
{
    // An exact matching of more takes too long; more are matched part by part.
    private const int MostAtOnce = 500;

    // More than all that one pair could gain in points.
    private const double Breach = 200;
    private const double HoursBreach = 1.5 * Breach;

    private readonly Scorer _scorer;
    private readonly CancellationToken _ct;
    private readonly HashSet<int> _waited;
    private readonly double _breach;
    private readonly double _repeat;
    private readonly double _avoid;

    private PairRound(PairTask task, CancellationToken ct)
    {
        _ct = ct;
        var roster = new Roster(task.Cohort, new MatchRules(TeamSize.Pairs, task.Quota, task.MinimumHours, CoolDown: int.MaxValue));
        _scorer = new Scorer(roster, task.Weights);
        _waited = [.. task.Waited.Where(roster.Contains).Select(roster.IndexOf)];

        // Each level outweighs all of the ones below together, so that the one matching keeps their order.
        var people = Math.Min(MostAtOnce, Math.Max(2, roster.Count));
        _breach = Breach * people;
        _repeat = 8 * people * _breach;
        _avoid = 2 * people * _repeat;
    }

    /// <summary>A new round for all of the cohort.</summary>
    public static RoundPlan Draw(PairTask task, CancellationToken ct = default)
    {
        var round = new PairRound(task, ct);
        return round.Settle([.. round.Best(Enumerable.Range(0, round._scorer.Roster.Count))], areNew: true);
    }

    /// <summary>The round as it is, with those of the cohort who came late: as pairs of their own, or the third of a pair.</summary>
    public static RoundPlan Join(PairTask task, IReadOnlyList<IReadOnlyList<ulong>> pairs, CancellationToken ct = default)
    {
        var round = new PairRound(task, ct);
        var roster = round._scorer.Roster;
        List<int[]> groups = [.. pairs.Select(pair => pair.Where(roster.Contains).Select(roster.IndexOf).ToArray())];
        groups.RemoveAll(group => group.Length == 0);
        return round.Settle([.. groups, .. round.Best(Enumerable.Range(0, roster.Count).Except(groups.SelectMany(group => group)))], areNew: false);
    }

    private IEnumerable<int[]> Best(IEnumerable<int> people) =>
        people.Chunk(MostAtOnce).SelectMany(part => new Pairs(Value, _ct).Best(part));

    private double Value(int[] group)
    {
        var tally = _scorer.Count(group);
        var breaches = _scorer.BreachesOf(tally);
        return (group.Length * _scorer.Merit(tally))
            - (_breach * breaches.Tracks) - (HoursBreach / Breach * _breach * breaches.Hours)
            - (_repeat * breaches.CoolDown) - (4 * _breach * tally.Familiar)
            - (_avoid * (breaches.Avoid == 0 ? 0 : breaches.Avoid + group.Count(_waited.Contains)));
    }

    // Who is alone, or with somebody they avoid, becomes the third of the best pair; those whom no pair can take are left out.
    private RoundPlan Settle(List<int[]> groups, bool areNew)
    {
        var alone = new List<int>();
        foreach (var group in groups.ToList())
        {
            if (group.Length == 1 || Avoids(group))
            {
                groups.Remove(group);
                var pair = PairOf(group);
                groups.AddRange(pair is null ? [] : [pair]);
                alone.AddRange(group.Except(pair ?? []));
            }
        }

        var leftOut = new List<int>();
        foreach (var person in alone.OrderByDescending(_waited.Contains).ThenBy(person => person))
        {
            var mates = leftOut.Where(other => !Avoids([other, person])).ToList();
            if (mates.Count > 0)
            {
                var mate = mates.MaxBy(other => Value([other, person]));
                leftOut.Remove(mate);
                groups.Add([mate, person]);
            }
            else if (areNew && SplitsTrio(groups, person))
            {
                // Two pairs now.
            }
            else if (BestAsThird(groups, person) is { } index)
            {
                groups[index] = [.. groups[index], person];
            }
            else
            {
                leftOut.Add(person);
            }
        }

        leftOut.RemoveAll(person => TakesPlace(groups, person));
        return new RoundPlan(new Plan(_scorer, groups), [.. leftOut.Select(person => _scorer.Roster[person].Id)]);
    }

    private int? BestAsThird(List<int[]> groups, int person, int[]? but = null) =>
        groups.Index().Where(one => one.Item.Length == 2 && one.Item != but && !Avoids([.. one.Item, person]))
            .OrderByDescending(one => Value([.. one.Item, person]) - Value(one.Item)).Select(one => (int?)one.Index).FirstOrDefault();

    // One of a trio may be with this one, and the other two stay a pair.
    private bool SplitsTrio(List<int[]> groups, int person)
    {
        var best = groups.Index().Where(one => one.Item.Length == 3)
            .SelectMany(one => one.Item, (one, mate) => (one.Index, Pair: new[] { mate, person }, Others: one.Item.Where(other => other != mate).ToArray()))
            .Where(split => !Avoids(split.Pair) && !Avoids(split.Others))
            .OrderByDescending(split => Value(split.Pair) + Value(split.Others))
            .FirstOrDefault();
        if (best.Pair is null)
        {
            return false;
        }

        groups[best.Index] = best.Others;
        groups.Add(best.Pair);
        return true;
    }

    // Of a pair one may stay with this one, while the other is easily placed elsewhere.
    private bool TakesPlace(List<int[]> groups, int person)
    {
        foreach (var (index, pair) in groups.Index().Where(one => one.Item.Length == 2).ToList())
        {
            foreach (var (stays, goes) in new[] { (pair[0], pair[1]), (pair[1], pair[0]) })
            {
                if (!Avoids([stays, person]) && BestAsThird(groups, goes, but: pair) is { } third)
                {
                    groups[third] = [.. groups[third], goes];
                    groups[index] = [stays, person];
                    return true;
                }
            }
        }

        return false;
    }

    // Two of a trio may stay together; rather those who were left out before.
    private int[]? PairOf(int[] group) =>
        (from one in @group from other in @group where one < other select new[] { one, other }).Where(pair => !Avoids(pair))
        .OrderByDescending(pair => pair.Count(_waited.Contains)).ThenByDescending(Value).FirstOrDefault();

    private bool Avoids(int[] group) => _scorer.Count(group).Avoided > 0;
}

/// <summary>Who takes part and what counts.</summary>
/// <param name="Cohort">Only those who take part in this round.</param>
/// <param name="Waited">Who was left out of the round before.</param>
internal sealed record PairTask(Cohort Cohort, Quota Quota, double MinimumHours, IReadOnlyCollection<ulong> Waited)
{
    public Weights Weights { get; init; } = Weights.Rotating;
}

/// <param name="Plan">Who meets whom.</param>
/// <param name="LeftOut">Whom nobody present can be with.</param>
internal sealed record RoundPlan(Plan Plan, IReadOnlyList<ulong> LeftOut);
