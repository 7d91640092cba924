namespace Nexus.Bot.Matching;

/// <summary>How many changes a search may try. It ends by this count, so a faster machine finds the same teams sooner.</summary>
internal sealed record Effort(long Tries)
{
    private const long ForEach = 40_000;

    /// <summary>About two seconds of one core for a hundred people and for five hundred, ten for two thousand.</summary>
    public static Effort For(int people) => new((long)(ForEach * people * Math.Clamp(450.0 / Math.Max(1, people), 1, 4.5)));

    public static Effort operator *(Effort effort, double by) => new(Math.Max(1, (long)(effort.Tries * by)));
}

/// <summary>
/// Looks for the best teams of given sizes. Small cohorts start several times, as chance decides which hill is climbed, and the best few
/// ends are warmed up again and again.
/// </summary>
/// <param name="cores">Who stays in which team; everybody else is free.</param>
/// <param name="sizes">Of each team, its core included.</param>
/// <param name="people">Those in cores and those who are free.</param>
/// <param name="between">When given, sizes may change within it.</param>
internal sealed class Search(
    Scorer scorer, IReadOnlyList<IReadOnlyList<int>> cores, IReadOnlyList<int> sizes, IReadOnlyList<int> people, SplitMix random, TeamSize? between = null)
{
    // Points for each person of a team, as measured best with the usual penalties: at first, at the end, and when warmed up again.
    private const double Hot = 7.5;
    private const double Cold = 0.6;
    private const double Warm = 2.5;
    private const double UsualPenalty = 200;

    private const int MostStarts = 12;
    private const int PeopleForOneStart = 1200;
    private const int MostForStarts = 250;
    private const long TriesForOneStart = 1000;
    private const double ShareOfStarts = 0.36;
    private const int WarmUps = 64;
    private const int Kept = 4;

    private readonly int[] _free = [.. people.Except(cores.SelectMany(core => core))];

    public int[][] Run(Effort effort, Action<long>? tried, CancellationToken ct)
    {
        var annealer = new Annealer(scorer, _free, random, between, ct);
        var cold = Cold * sizes.Average();
        var heat = sizes.Average() * Math.Max(1, scorer.Penalties.Highest / UsualPenalty);
        // A short look is better spent on few descents, a large cohort on one long one.
        var affordable = (int)Math.Clamp(effort.Tries / (TriesForOneStart * Math.Max(1, _free.Length)), 1, WarmUps);
        var starts = _free.Length > MostForStarts ? 1 : Math.Clamp(PeopleForOneStart / Math.Max(1, _free.Length), 1, Math.Min(affordable, MostStarts));
        var forEach = starts == 1 ? effort.Tries : (long)(effort.Tries * ShareOfStarts / starts);
        var best = new List<Seating>();
        for (var start = 0; start < starts; start++)
        {
            best.Add(annealer.Improve(new Seating(scorer, Shuffled(), Most), forEach, Hot * heat, cold, tried));
        }

        best = [.. best.OrderByDescending(seating => seating.Total).Take(Kept)];
        for (var again = 0; starts > 1 && again < affordable; again++)
        {
            var which = random.Below(best.Count);
            var warmed = annealer.Improve(new Seating(scorer, best[which].ToTeams(), Most), (long)(effort.Tries * (1 - ShareOfStarts) / affordable), Warm * sizes.Average(), cold, tried);
            best[which] = warmed.Total >= best[which].Total ? warmed : best[which];
        }

        return best.MaxBy(seating => seating.Total)!.ToTeams();
    }

    private int Most => between?.Most ?? 0;

    private List<IReadOnlyList<int>> Shuffled()
    {
        var order = _free.ToArray();
        random.Shuffle(order.AsSpan());
        var teams = new List<IReadOnlyList<int>>();
        var from = 0;
        foreach (var (team, size) in sizes.Index())
        {
            var core = team < cores.Count ? cores[team] : [];
            var many = size - core.Count;
            teams.Add([.. core, .. order[from..(from + many)]]);
            from += many;
        }

        return teams;
    }
}
