namespace Nexus.Bot.Matching;

/// <summary>With whom each person would be best: swaps that bring such two together are tried most of the time.</summary>
internal sealed class LikelyPartners
{
    private const int Most = 15;
    private const int InTen = 9;

    private readonly int[][] _best;
    private readonly bool[] _free;

    public LikelyPartners(Scorer scorer, IReadOnlyList<int> free, CancellationToken ct)
    {
        var people = scorer.Roster.Count;
        _free = new bool[people];
        _best = new int[people][];
        var worth = new double[people];
        var order = new int[people];
        foreach (var person in free)
        {
            ct.ThrowIfCancellationRequested();
            _free[person] = true;
            var many = 0;
            for (var other = 0; other < people; other++)
            {
                if (other != person)
                {
                    order[many] = other;
                    worth[many++] = -scorer.Affinity(person, other);
                }
            }

            Array.Sort(worth, order, 0, many);
            _best[person] = order[..Math.Min(Most, many)];
        }
    }

    /// <summary>Who might change places with this one: mostly a teammate of a good partner; nobody: -1.</summary>
    public int Other(Seating seating, int person, ReadOnlySpan<int> free, SplitMix random)
    {
        if (random.Below(10) >= InTen)
        {
            return free[random.Below(free.Length)];
        }

        var partner = _best[person][random.Below(_best[person].Length)];
        var team = seating.TeamOf(partner) is var at and >= 0 ? seating.Team(at) : [];
        if (team.Length < 2)
        {
            return free[random.Below(free.Length)];
        }

        var mate = team[random.Below(team.Length)];
        return mate != partner && _free[mate] ? mate : -1;
    }
}
