namespace Nexus.Bot.Matching;

/// <summary>
/// After people left or came: the fewest moves that make all rules hold again, and of these the best. Exact while few moves are enough; where
/// the rules cannot all hold so, it repairs team by team as far as it can.
/// </summary>
internal sealed class Rebalance
{
    private const int MostMoves = 4;
    private const int MovesForOneTeam = 2;
    private const long MostSteps = 3_000_000;

    private readonly Scorer _scorer;
    private readonly TeamSize _size;
    private readonly Seating _seating;
    private readonly int[] _breaches;
    private readonly bool[] _fixed;
    private readonly Queue<int> _unplaced;
    private readonly CancellationToken _ct;

    // The teams that have to be right in the end, what has been done so far and the best way found.
    private readonly HashSet<int> _watched = [];
    private readonly Stack<int> _path = new();
    private int[][]? _best;
    private double _bestWorth;
    private long _steps;

    private Rebalance(MatchTask task, CancellationToken ct)
    {
        var roster = new Roster(task.Cohort, task.Rules);
        _ct = ct;
        _scorer = new Scorer(roster, task.Weights);
        _size = task.Rules.Size;
        _fixed = [.. Enumerable.Range(0, roster.Count).Select(person => task.Locked.Contains(roster[person].Id))];
        List<IReadOnlyList<int>> teams = [.. task.Seats.Select(seats => seats.Where(roster.Contains).Select(roster.IndexOf).ToArray())];
        _unplaced = new(Enumerable.Range(0, roster.Count).Except(teams.SelectMany(team => team)));
        teams.AddRange(Enumerable.Range(0, NewTeams(teams)).Select(_ => Array.Empty<int>()));
        _seating = new Seating(_scorer, teams, _size.Most + MostMoves);
        _breaches = [.. Enumerable.Range(0, teams.Count).Select(CountBreaches)];
    }

    /// <param name="task">With the seats as they were: the cohort lacks those who left and has those who came.</param>
    public static Rebalanced Propose(MatchTask task, CancellationToken ct = default) => new Rebalance(task, ct).Propose(task);

    private Rebalanced Propose(MatchTask task)
    {
        var isFewest = FewestMoves();
        if (!isFewest)
        {
            PlaceTheRest();
            RepairOneByOne();
        }

        var plan = new Plan(_scorer, _best ?? _seating.ToTeams());
        return new Rebalanced(plan, [.. Moves(task, plan)], isFewest);
    }

    private int NewTeams(List<IReadOnlyList<int>> teams)
    {
        var room = teams.Sum(team => Math.Max(0, _size.Most - team.Count));
        return Math.Max(_unplaced.Count / _size.Least, _unplaced.Count > room ? 1 : 0);
    }

    private bool FewestMoves()
    {
        _watched.UnionWith(Enumerable.Range(0, _seating.Teams));
        _steps = 0;
        for (var moves = 0; moves <= MostMoves && _steps < MostSteps; moves++)
        {
            Place(moves);
            if (_best is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Those without a team go anywhere; that is no move.
    private void Place(int moves)
    {
        if (!_unplaced.TryDequeue(out var person))
        {
            Repair(moves);
            return;
        }

        // One more person rights one team at most, a move two.
        var canRight = _breaches.Count(breaches => breaches > 0) <= (2 * moves) + _unplaced.Count + 1;
        for (var team = 0; canRight && _steps++ < MostSteps && team < _seating.Teams; team++)
        {
            if (_seating.SizeOf(team) < _size.Most + moves && !IsSecondEmpty(team))
            {
                _seating.Add(person, team);
                var before = Recount(team);
                Place(moves);
                _seating.Remove(person);
                _breaches[team] = before;
            }
        }

        // To where it was: the first in the queue.
        var others = _unplaced.ToArray();
        _unplaced.Clear();
        _unplaced.Enqueue(person);
        Array.ForEach(others, _unplaced.Enqueue);
    }

    // Empty teams are all the same.
    private bool IsSecondEmpty(int team) => _seating.SizeOf(team) == 0 && Enumerable.Range(0, team).Any(other => _seating.SizeOf(other) == 0);

    // Some move that is still to come touches any team that is wrong, so only moves of one such team need to be tried.
    private void Repair(int moves)
    {
        _ct.ThrowIfCancellationRequested();
        var wrong = _watched.Where(team => _breaches[team] > 0).Order().ToList();
        if (wrong.Count == 0)
        {
            Keep();
            return;
        }

        if (wrong.Count > 2 * moves || _steps > MostSteps)
        {
            return;
        }

        var team = wrong[0];
        foreach (var person in _seating.Team(team).ToArray().Where(IsFree))
        {
            for (var to = 0; to < _seating.Teams; to++)
            {
                if (to != team && !IsSecondEmpty(to))
                {
                    Step(person, to, moves);
                }
            }
        }

        for (var person = 0; person < _scorer.Roster.Count; person++)
        {
            if (_seating.TeamOf(person) is var from and >= 0 && from != team && IsFree(person))
            {
                Step(person, team, moves);
            }
        }
    }

    private void Step(int person, int to, int moves)
    {
        _steps++;
        var from = _seating.TeamOf(person);
        if (_seating.SizeOf(to) >= _size.Most + MostMoves)
        {
            return;
        }

        var (left, right) = (_watched.Add(from), _watched.Add(to));
        _seating.Remove(person);
        _seating.Add(person, to);
        var (before, beforeTo) = (Recount(from), Recount(to));
        _path.Push(person);
        Repair(moves - 1);
        _path.Pop();
        _seating.Remove(person);
        _seating.Add(person, from);
        (_breaches[from], _breaches[to]) = (before, beforeTo);
        Unwatch(from, left);
        Unwatch(to, right);
    }

    private void Unwatch(int team, bool added)
    {
        if (added)
        {
            _watched.Remove(team);
        }
    }

    private bool IsFree(int person) => !_fixed[person] && !_path.Contains(person);

    private void Keep()
    {
        if (_best is null || _seating.Total > _bestWorth + 1e-9)
        {
            (_best, _bestWorth) = (_seating.ToTeams(), _seating.Total);
        }
    }

    private void PlaceTheRest()
    {
        while (_unplaced.TryDequeue(out var person))
        {
            var room = Enumerable.Range(0, _seating.Teams).Where(team => _seating.SizeOf(team) < _size.Most).DefaultIfEmpty(0);
            var to = room.MaxBy(team => _seating.GainOfAdding(person, team));
            _seating.Add(person, to);
            _breaches[to] = CountBreaches(to);
        }
    }

    // Each team that is wrong in few moves, if others stay or become right by that.
    private void RepairOneByOne()
    {
        for (var team = 0; team < _seating.Teams; team++)
        {
            for (var moves = 1; moves <= MovesForOneTeam && _breaches[team] > 0; moves++)
            {
                _best = null;
                _steps = 0;
                _watched.Clear();
                _watched.Add(team);
                Repair(moves);
                if (_best is { } better)
                {
                    Take(better);
                }
            }
        }

        _best = null;
    }

    private void Take(int[][] teams)
    {
        foreach (var (team, person) in teams.Index().SelectMany(team => team.Item, (team, person) => (team.Index, person)))
        {
            if (_seating.TeamOf(person) != team)
            {
                _seating.Remove(person);
                _seating.Add(person, team);
                _fixed[person] = true;
            }
        }

        for (var team = 0; team < _seating.Teams; team++)
        {
            _breaches[team] = CountBreaches(team);
        }
    }

    private int Recount(int team)
    {
        var before = _breaches[team];
        _breaches[team] = CountBreaches(team);
        return before;
    }

    private int CountBreaches(int team) => _seating.SizeOf(team) == 0 ? 0 : _scorer.BreachesOf(_scorer.Count(_seating.Team(team))).Count;

    private static IEnumerable<SeatChange> Moves(MatchTask task, Plan plan)
    {
        var before = task.Seats.Index().SelectMany(team => team.Item, (team, id) => (team.Index, id)).ToDictionary(seat => seat.id, seat => seat.Index);
        return from team in plan.Ids.Index()
               from id in team.Item
               let seat = before.TryGetValue(id, out var at) ? at : (int?)null
               where seat != team.Index
               orderby id
               select new SeatChange(id, seat, team.Index);
    }
}

/// <summary>Somebody goes to another team; from none for those who came.</summary>
internal readonly record struct SeatChange(ulong Id, int? From, int To);

/// <param name="Plan">Teams in the order they were given, new ones last; a team that is given up is empty.</param>
/// <param name="IsFewest">Whether all rules hold again and fewer moves are known not to be enough.</param>
internal sealed record Rebalanced(Plan Plan, IReadOnlyList<SeatChange> Changes, bool IsFewest);
