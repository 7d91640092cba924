namespace Nexus.Bot.Matching;

/// <summary>The best pairs there are; of an odd number one is a trio.</summary>
/// <param name="value">Of two or three people; the sum of these is as great as can be.</param>
internal sealed class Pairs(Func<int[], double> value, CancellationToken ct)
{
    // A trio makes the problem hard: small cohorts try all twos it could grow from, larger ones the likeliest.
    private const int AllTrios = 61;
    private const int LikelyTrios = 24;

    /// <summary>Breaches count above all, then what the pairs are worth.</summary>
    public static IEnumerable<int[]> Best(Scorer scorer, IReadOnlyList<int> people, CancellationToken ct)
    {
        var strict = new Scorer(scorer.Roster, scorer.Weights, scorer.Penalties * people.Count);
        return new Pairs(team => team.Length * strict.Worth(team), ct).Best(people);
    }

    public IEnumerable<int[]> Best(IReadOnlyList<int> people)
    {
        var units = people.Select(person => new[] { person }).ToList();
        var found = people.Count % 2 == 0
            ? Match(units)
            : Seeds(units).Select(seed => Match(Joined(units, seed.One, seed.Other))).DefaultIfEmpty(units).MaxBy(pairs => pairs.Sum(value))!;
        return found.Select(pair => pair.Order().ToArray()).OrderBy(pair => pair[0]);
    }

    // Units are people, and two who are taken as one.
    private List<int[]> Match(List<int[]> units)
    {
        var mates = PairMatching.Best(units.Count, (one, other) => value([.. units[one], .. units[other]]), ct);
        return [.. mates.Index().Where(pair => pair.Index < pair.Item).Select(pair => (int[])[.. units[pair.Index], .. units[pair.Item]])];
    }

    private static List<int[]> Joined(List<int[]> units, int one, int other) =>
        [[units[one][0], units[other][0]], .. units.Where((_, index) => index != one && index != other)];

    private List<(int One, int Other)> Seeds(List<int[]> units)
    {
        if (units.Count <= AllTrios)
        {
            return [.. from one in Enumerable.Range(0, units.Count) from other in Enumerable.Range(one + 1, units.Count - one - 1) select (one, other)];
        }

        // Whoever is best left over, and the pairs that would gain most from a third: with that one, or kept together for anybody.
        var nobody = units.Count;
        var mates = PairMatching.Best(nobody + 1, (one, other) => one == nobody || other == nobody ? 0 : value([units[one][0], units[other][0]]), ct);
        var alone = mates[nobody];
        var likely = Enumerable.Range(0, nobody).Where(other => other != alone).OrderByDescending(GainOfThird).ThenBy(other => other).Take(LikelyTrios).ToList();
        return [.. likely.Select(other => (alone, other)), .. likely.Select(other => (Math.Min(other, mates[other]), Math.Max(other, mates[other]))).Distinct()];

        double GainOfThird(int other) =>
            value([units[alone][0], units[other][0], units[mates[other]][0]]) - value([units[other][0], units[mates[other]][0]]);
    }
}
