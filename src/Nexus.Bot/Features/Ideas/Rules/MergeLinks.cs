namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>Which idea goes on as which. Votes and followers stay with the idea they were given to; what is shown is read over all of one root.</summary>
internal sealed class MergeLinks(IReadOnlyDictionary<long, long> into)
{
    public static readonly MergeLinks None = new(new Dictionary<long, long>());

    /// <summary>
    /// The idea as which one goes on; itself when it was not merged. Should two have been merged into each other at the same
    /// moment, it is the one with the lowest number of them, whichever is asked for.
    /// </summary>
    public long RootOf(long idea)
    {
        var seen = new List<long> { idea };
        while (into.TryGetValue(seen[^1], out var next))
        {
            if (seen.IndexOf(next) is >= 0 and var start)
            {
                return seen.Skip(start).Min();
            }

            seen.Add(next);
        }

        return seen[^1];
    }

    /// <summary>All that go on as one, itself with them, in order.</summary>
    public IReadOnlyList<long> GroupOf(long root) => [.. into.Keys.Append(root).Where(idea => RootOf(idea) == root).Distinct().Order()];

    public MergeLinks With(long source, long target) => new(new Dictionary<long, long>(into) { [source] = target });

    /// <summary>One of them goes on by itself again, with all that were merged into it.</summary>
    public MergeLinks Without(long source) => new(into.Where(link => link.Key != source).ToDictionary());
}
