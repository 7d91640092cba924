namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>
/// How hot an idea is: each vote for it counts 1 and each place taken in it 2, and after three days half as much, after six a quarter.
/// Since everything cools alike, the order of two ideas changes only when somebody does something: it can be kept in a column, and
/// a page that is turned later goes on where the one before ended.
/// </summary>
internal static class Heat
{
    public const double PerVote = 1;
    public const double PerPlace = 2;

    public static readonly TimeSpan HalfLife = TimeSpan.FromDays(3);

    /// <summary>Nothing has happened.</summary>
    public const double Cold = double.NegativeInfinity;

    // Any moment would do: it only keeps the numbers small.
    private static readonly DateTimeOffset s_origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A number by which ideas are ordered at any time: log2 of the heat it had at one fixed moment.</summary>
    public static double Level(IEnumerable<DateTimeOffset> votes, IEnumerable<DateTimeOffset> places)
    {
        // Summed in one order, so that the same rows give the same bits.
        var parts = votes.Select(at => Part(PerVote, at)).Concat(places.Select(at => Part(PerPlace, at))).Order().ToList();
        return parts.Count == 0 ? Cold : parts[^1] + Math.Log2(parts.Sum(part => Math.Pow(2, part - parts[^1])));
    }

    /// <summary>The heat at a moment, as it is told.</summary>
    public static double At(double level, DateTimeOffset now) => Math.Pow(2, level - ((now - s_origin) / HalfLife));

    private static double Part(double weight, DateTimeOffset at) => Math.Log2(weight) + ((at - s_origin) / HalfLife);
}
