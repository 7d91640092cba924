namespace Nexus.Bot.Matching;

/// <summary>How many teams there are and how large each is.</summary>
internal static class TeamSizes
{
    /// <summary>
    /// Numbers of teams to try, the best first: those that have enough people of each track, and of these those with teams as large as wanted.
    /// Never none: when people can't be split within the limits, the nearest that is not within them.
    /// </summary>
    public static IReadOnlyList<int> Counts(int people, int atLeast, TeamSize size, Func<int, int> shortfall)
    {
        var wanted = (int)Math.Round((double)people / size.Wanted, MidpointRounding.AwayFromZero);
        var (fewest, most) = (Math.Max(atLeast, (people + size.Most - 1) / size.Most), people / size.Least);
        if (fewest > most)
        {
            return [Math.Max(atLeast, Math.Max(1, Math.Min(wanted, most)))];
        }

        return [.. Enumerable.Range(fewest, most - fewest + 1).OrderBy(shortfall).ThenBy(teams => Math.Abs(teams - wanted)).ThenByDescending(teams => teams)];
    }

    /// <summary>People who are missing for these many teams or don't fit into them, whoever is with whom.</summary>
    public static int Shortfall(Roster roster, IReadOnlyList<int> people, int teams)
    {
        var (backend, frontend, both) = Tracks(roster, people);
        var all = roster.Rules.Quota.Times(teams);
        return all.Missing(backend, frontend, both) + all.Surplus(backend, frontend, both);
    }

    public static (int Backend, int Frontend, int Both) Tracks(Roster roster, IReadOnlyList<int> people) => (
        people.Count(person => roster[person].Tracks == Matching.Tracks.Backend),
        people.Count(person => roster[person].Tracks == Matching.Tracks.Frontend),
        people.Count(person => roster[person].Tracks == Matching.Tracks.FullStack));

    /// <summary>As even as can be; teams that people must stay in are no smaller than these.</summary>
    public static int[] Even(int people, int teams, IReadOnlyList<int> cores)
    {
        var sizes = new int[teams];
        for (var team = 0; team < cores.Count; team++)
        {
            sizes[team] = cores[team];
        }

        for (var placed = cores.Sum(); placed < people; placed++)
        {
            sizes[Array.IndexOf(sizes, sizes.Min())]++;
        }

        return sizes;
    }
}
