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
    public static int Shortfall(Roster roster, IEnumerable<int> people, int teams)
    {
        var (backend, frontend, both) = (0, 0, 0);
        foreach (var person in people)
        {
            switch (roster[person].Tracks)
            {
                case Tracks.Backend:
                    backend++;
                    break;
                case Tracks.Frontend:
                    frontend++;
                    break;
                case Tracks.FullStack:
                    both++;
                    break;
            }
        }

        var quota = roster.Rules.Quota;
        var all = new Quota(teams * quota.LeastBackend, teams * quota.MostBackend, teams * quota.LeastFrontend, teams * quota.MostFrontend);
        return all.Missing(backend, frontend, both) + all.Surplus(backend, frontend, both);
    }

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
