namespace Nexus.Bot.Matching;

/// <summary>Who is in which team while the search goes on, and what each team is worth.</summary>
internal sealed class Seating
{
    private readonly Scorer _scorer;
    private readonly int _most;
    private readonly int[] _members;
    private readonly int[] _sizes;
    private readonly double[] _worth;
    private readonly int[] _team;
    private readonly int[] _seat;
    private readonly int[] _left;
    private readonly int[] _right;

    // Of the change asked for last, so that making it costs nothing more.
    private double _leftWorth;
    private double _rightWorth;

    public Seating(Scorer scorer, IReadOnlyList<IReadOnlyList<int>> teams, int most)
    {
        _scorer = scorer;
        // A change may ask for one more than there will be.
        _most = Math.Max(most, teams.Count == 0 ? 0 : teams.Max(team => team.Count)) + 1;
        _members = new int[teams.Count * _most];
        _sizes = new int[teams.Count];
        _worth = new double[teams.Count];
        _team = new int[scorer.Roster.Count];
        _seat = new int[scorer.Roster.Count];
        _left = new int[_most];
        _right = new int[_most];
        Array.Fill(_team, -1);
        foreach (var (team, members) in teams.Index())
        {
            foreach (var person in members)
            {
                Sit(person, team, _sizes[team]++);
            }

            _worth[team] = WorthOf(Team(team));
            Total += _sizes[team] * _worth[team];
        }
    }

    /// <summary>Worth of the teams, each person counted once.</summary>
    public double Total { get; private set; }

    public int Teams => _sizes.Length;

    public int TeamOf(int person) => _team[person];

    public int SizeOf(int team) => _sizes[team];

    public double Worth(int team) => _worth[team];

    public ReadOnlySpan<int> Team(int team) => _members.AsSpan(team * _most, _sizes[team]);

    public int[][] ToTeams() => [.. Enumerable.Range(0, Teams).Select(team => Team(team).ToArray())];

    /// <summary>What the total gains if these two of different teams change places; -∞ as soon as it is known to be less than needed.</summary>
    public double GainOfSwap(int one, int other, double needed)
    {
        var (left, right) = (_team[one], _team[other]);
        var (leftSize, rightSize) = (_sizes[left], _sizes[right]);
        var leftTeam = _left.AsSpan(0, leftSize);
        Team(left).CopyTo(leftTeam);
        leftTeam[_seat[one]] = other;
        _leftWorth = _scorer.Worth(leftTeam);
        var gain = leftSize * (_leftWorth - _worth[left]);
        if (gain + (rightSize * (Scorer.Most - _worth[right])) < needed)
        {
            return double.NegativeInfinity;
        }

        var rightTeam = _right.AsSpan(0, rightSize);
        Team(right).CopyTo(rightTeam);
        rightTeam[_seat[other]] = one;
        _rightWorth = _scorer.Worth(rightTeam);
        return gain + (rightSize * (_rightWorth - _worth[right]));
    }

    /// <summary>Makes the swap whose gain was asked for last.</summary>
    public void Swap(int one, int other, double gain)
    {
        var (left, right) = (_team[one], _team[other]);
        var (leftSeat, rightSeat) = (_seat[one], _seat[other]);
        Sit(other, left, leftSeat);
        Sit(one, right, rightSeat);
        Settle(left, right, gain);
    }

    /// <summary>What the total gains if somebody goes over to another team.</summary>
    public double GainOfMove(int person, int to)
    {
        var from = _team[person];
        var (fromSize, toSize) = (_sizes[from] - 1, _sizes[to] + 1);
        var fromTeam = _left.AsSpan(0, fromSize);
        Team(from)[..fromSize].CopyTo(fromTeam);
        if (_seat[person] < fromSize)
        {
            fromTeam[_seat[person]] = Team(from)[fromSize];
        }

        var toTeam = _right.AsSpan(0, toSize);
        Team(to).CopyTo(toTeam);
        toTeam[^1] = person;
        (_leftWorth, _rightWorth) = (WorthOf(fromTeam), _scorer.Worth(toTeam));
        return (fromSize * _leftWorth) - (_sizes[from] * _worth[from]) + (toSize * _rightWorth) - (_sizes[to] * _worth[to]);
    }

    /// <summary>Makes the move whose gain was asked for last.</summary>
    public void Move(int person, int to, double gain)
    {
        var from = _team[person];
        var last = Team(from)[^1];
        Sit(last, from, _seat[person]);
        _sizes[from]--;
        Sit(person, to, _sizes[to]++);
        Settle(from, to, gain);
    }

    /// <summary>What the total gains when somebody without a team comes to this one.</summary>
    public double GainOfAdding(int person, int to)
    {
        var grown = _right.AsSpan(0, _sizes[to] + 1);
        Team(to).CopyTo(grown);
        grown[^1] = person;
        return (grown.Length * _scorer.Worth(grown)) - (_sizes[to] * _worth[to]);
    }

    public void Add(int person, int to)
    {
        Sit(person, to, _sizes[to]++);
        Weigh(to, _sizes[to] - 1);
    }

    public void Remove(int person)
    {
        var from = _team[person];
        Sit(Team(from)[^1], from, _seat[person]);
        _team[person] = -1;
        Weigh(from, _sizes[from]--);
    }

    private void Weigh(int team, int sizeBefore)
    {
        var before = sizeBefore * _worth[team];
        _worth[team] = WorthOf(Team(team));
        Total += (_sizes[team] * _worth[team]) - before;
    }

    private double WorthOf(ReadOnlySpan<int> team) => team.IsEmpty ? 0 : _scorer.Worth(team);

    private void Settle(int left, int right, double gain)
    {
        (_worth[left], _worth[right]) = (_leftWorth, _rightWorth);
        Total += gain;
    }

    private void Sit(int person, int team, int seat)
    {
        _members[(team * _most) + seat] = person;
        (_team[person], _seat[person]) = (team, seat);
    }
}
