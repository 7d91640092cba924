using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>All ways to split few people, tried one by one: what the engine's answers are measured against.</summary>
internal static class EveryPlan
{
    /// <summary>The greatest sum over all splits into groups of these sizes.</summary>
    public static double Best(int people, int least, int most, Func<int[], double> value)
    {
        var best = new double[1 << people];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (var placed = 0; placed < best.Length - 1; placed++)
        {
            if (best[placed] == double.NegativeInfinity)
            {
                continue;
            }

            var first = int.TrailingZeroCount(~placed);
            foreach (var group in Groups([first], first, placed))
            {
                var with = placed | group.Aggregate(0, (mask, person) => mask | (1 << person));
                best[with] = Math.Max(best[with], best[placed] + value(group));
            }
        }

        return best[^1];

        IEnumerable<int[]> Groups(int[] started, int last, int placed)
        {
            if (started.Length >= least)
            {
                yield return started;
            }

            for (var next = last + 1; started.Length < most && next < people; next++)
            {
                if ((placed >> next & 1) == 0)
                {
                    foreach (var group in Groups([.. started, next], next, placed))
                    {
                        yield return group;
                    }
                }
            }
        }
    }

    /// <summary>Everybody in pairs, an odd number with one trio.</summary>
    public static double BestPairs(int people, Func<int[], double> value)
    {
        // With one trio more than there must be the number of groups falls: a group costs enough that only the fewest trios are taken.
        const double Group = 1e9;
        var groups = people / 2;
        return Best(people, 2, 3, group => value(group) + Group) - (groups * Group);
    }
}
