namespace Nexus.Bot.Matching;

/// <summary>
/// Makes teams of everybody. Rules that can all hold do hold: when the best teams of even sizes break one, it looks again with breaches
/// counting above all else, then with uneven sizes and with more or fewer teams.
/// </summary>
internal sealed class TeamBuilder
{
    // The cost of exact pairs grows with the cube; above this the search is near enough.
    private const int MostExactPairs = 500;

    private const int OtherCounts = 4;

    private readonly MatchTask _task;
    private readonly Roster _roster;
    private readonly Scorer _scorer;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _ct;
    private readonly List<int[]> _closed = [];
    private readonly List<int[]> _cores = [];
    private readonly int[] _open;
    private readonly Effort _effort;
    private long _tried;

    private TeamBuilder(MatchTask task, IProgress<double>? progress, CancellationToken ct)
    {
        _task = task;
        _roster = new Roster(task.Cohort, task.Rules);
        _scorer = new Scorer(_roster, task.Weights);
        _progress = progress;
        _ct = ct;
        foreach (var seats in task.Seats)
        {
            int[] team = [.. seats.Where(_roster.Contains).Select(_roster.IndexOf)];
            int[] staying = [.. team.Where(person => task.Locked.Contains(_roster[person].Id)).Order()];
            if (staying.Length > 0)
            {
                (staying.Length == team.Length && team.Length >= task.Rules.Size.Least ? _closed : _cores).Add(staying);
            }
        }

        _open = [.. Enumerable.Range(0, _roster.Count).Except(_closed.SelectMany(team => team))];
        _effort = task.Effort ?? Effort.For(_open.Length);
    }

    /// <param name="progress">From 0 to 1, told on this thread; it may jump back when there is to be another look.</param>
    public static Plan Form(MatchTask task, IProgress<double>? progress = null, CancellationToken ct = default) => new TeamBuilder(task, progress, ct).Form();

    private Plan Form()
    {
        if (_open.Length == 0)
        {
            return new Plan(_scorer, _closed);
        }

        var counts = TeamSizes.Counts(_open.Length, _cores.Count, _task.Rules.Size, teams => TeamSizes.Shortfall(_roster, _open, teams));
        var best = AreExactPairs(counts[0]) ? new Plan(_scorer, [.. _closed, .. Pairs.Best(_scorer, _open, _ct)]) : Look(_scorer, counts[0], free: false);
        if (IsAsGoodAsCanBe(best, counts[0]))
        {
            return Finished(best);
        }

        foreach (var count in counts.Take(1 + OtherCounts))
        {
            var plan = Look(Strict(count), count, free: _task.Rules.Size.Least < _task.Rules.Size.Most);
            best = plan.IsBetterThan(best) ? plan : best;
            if (IsAsGoodAsCanBe(best, count))
            {
                break;
            }
        }

        return Finished(best);
    }

    private bool AreExactPairs(int teams) =>
        _cores.Count == 0 && _open.Length is >= 2 and <= MostExactPairs && teams == _open.Length / 2 && _task.Rules.Size is { Least: 2 };

    // So much above the rest that no gain elsewhere pays for one breach.
    private Scorer Strict(int teams) => new(_roster, _task.Weights, _task.Rules.Penalties * Math.Max(2, teams));

    private bool IsAsGoodAsCanBe(Plan plan, int teams) => plan.Breaches.Count <= _closed.Sum(team => _scorer.BreachesOf(_scorer.Count(team)).Count) + Unavoidable(teams);

    // Fewer breaches there can't be with these many teams, nor with any other number that was sorted after it.
    private int Unavoidable(int teams)
    {
        var without = _open.Count(person => _roster[person].Free.Hours < _task.Rules.MinimumHours);
        return TeamSizes.Shortfall(_roster, _open, teams) + ((without + _task.Rules.Size.Most - 1) / _task.Rules.Size.Most);
    }

    private Plan Look(Scorer scorer, int teams, bool free)
    {
        var sizes = TeamSizes.Even(_open.Length, teams, [.. _cores.Select(core => core.Length)]);
        var random = new SplitMix(_task.Seed);
        _tried = 0;
        var found = new Search(scorer, _cores, sizes, _open, random, free ? _task.Rules.Size : null).Run(_effort, Tried, _ct);
        var ordered = found.Take(_cores.Count).Concat(found.Skip(_cores.Count).OrderBy(team => team.Min()));
        return new Plan(_scorer, [.. _closed, .. ordered]);
    }

    private void Tried(long tries)
    {
        _tried += tries;
        _progress?.Report(Math.Min(1, (double)_tried / _effort.Tries));
    }

    private Plan Finished(Plan plan)
    {
        _progress?.Report(1);
        return plan;
    }
}
