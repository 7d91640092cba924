namespace Nexus.Bot.Matching;

/// <summary>Who is with whom, as proposed: nothing here happens to anybody. Changes by hand make another plan.</summary>
internal sealed class Plan
{
    private readonly Scorer _scorer;
    private readonly int[][] _teams;
    private readonly Team?[] _explained;

    public Plan(Scorer scorer, IEnumerable<IReadOnlyList<int>> teams)
    {
        _scorer = scorer;
        _teams = [.. teams.Select(team => team.Order().ToArray())];
        _explained = new Team?[_teams.Length];
        Breaches = _teams.Aggregate(default(Breaches), (sum, team) => team.Length == 0 ? sum : sum + scorer.BreachesOf(scorer.Count(team)));
        Worth = _teams.Sum(team => team.Length == 0 ? 0 : team.Length * scorer.Worth(team)) / Math.Max(1, People);
    }

    /// <summary>How often rules are broken; the teams say where.</summary>
    public Breaches Breaches { get; }

    /// <summary>What the search maximises, 100 at most: every person counts once, weak teams and breaches cost.</summary>
    public double Worth { get; }

    public int People => _teams.Sum(team => team.Length);

    public int Count => _teams.Length;

    public Roster Roster => _scorer.Roster;

    public IEnumerable<Team> Teams => Enumerable.Range(0, Count).Select(team => this[team]);

    public IEnumerable<(int Team, Violation Violation)> Violations => Teams.Index().SelectMany(one => one.Item.Violations, (one, violation) => (one.Index, violation));

    internal IReadOnlyList<IReadOnlyList<int>> Seats => _teams;

    internal Scorer Scorer => _scorer;

    public Team this[int team] => _explained[team] ??= Explanation.Of(_scorer, _teams[team]);

    /// <summary>The teams as ids, as they are stored and given back.</summary>
    public IReadOnlyList<IReadOnlyList<ulong>> Ids => [.. _teams.Select(team => team.Select(person => Roster[person].Id).ToArray())];

    /// <summary>Someone's team; -1 for nobody's.</summary>
    public int TeamOf(ulong id) => Roster.Contains(id) ? Array.FindIndex(_teams, team => team.Contains(Roster.IndexOf(id))) : -1;

    /// <summary>These two in each other's place.</summary>
    public Plan Swap(ulong one, ulong other)
    {
        var (left, right) = (Roster.IndexOf(one), Roster.IndexOf(other));
        return With(person => person == left ? right : person == right ? left : person);
    }

    /// <summary>Somebody in another team.</summary>
    public Plan Move(ulong id, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, Count);
        var person = Roster.IndexOf(id);
        return new Plan(_scorer, _teams.Select((team, index) => index == to && !team.Contains(person) ? [.. team, person] : index == to ? team : team.Where(member => member != person).ToArray()));
    }

    /// <summary>
    /// The best plan in which this one, with one swap, is in a team with that one: what it would cost them to be together. Null when they are,
    /// or when there is nobody to swap with.
    /// </summary>
    public Plan? Together(ulong one, ulong with)
    {
        var (home, theirs) = (TeamOf(one), TeamOf(with));
        return home < 0 || theirs < 0 || home == theirs
            ? null
            : _teams[theirs].Select(person => Roster[person].Id).Where(id => id != with).Select(id => Swap(one, id))
                .Concat(_teams[home].Select(person => Roster[person].Id).Where(id => id != one).Select(id => Swap(with, id)))
                .MaxBy(plan => plan.Worth);
    }

    /// <summary>Fewer breaches first, then what it is worth.</summary>
    public bool IsBetterThan(Plan other) =>
        (Cost, other.Cost) is var (mine, others) && (mine < others || (mine == others && Worth > other.Worth));

    private double Cost => Breaches.Cost(Roster.Rules.Penalties);

    private Plan With(Func<int, int> put) => new(_scorer, _teams.Select(team => team.Select(put).ToArray()));
}
