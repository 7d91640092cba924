namespace Nexus.Bot.Search;

/// <summary>
/// How near a text is to each page of the hub. Two texts that are near to the same pages are about the same subject, whatever their
/// words: each page has gathered the words that belong together.
/// </summary>
internal sealed class Nearness
{
    // What two questions about something else have on the shipped hub.
    private const float Unknown = 0.8f;

    public static readonly Nearness None = new([], []);

    // Sorted, so that two are compared in one pass; a quarter of a kilobyte for each stored question.
    private readonly int[] _pages;
    private readonly byte[] _shares;
    private readonly float _length;

    private Nearness(int[] pages, byte[] shares)
    {
        _pages = pages;
        _shares = shares;
        _length = MathF.Sqrt(shares.Sum(share => (float)share * share));
    }

    /// <param name="scores">By page; what is not there is not near at all.</param>
    public static Nearness Of(IReadOnlyCollection<(string Page, float Score)> scores)
    {
        var highest = scores.Count == 0 ? 0 : scores.Max(it => it.Score);
        if (highest <= 0)
        {
            return None;
        }

        var sorted = scores.Select(it => (Page: it.Page.GetHashCode(StringComparison.Ordinal), it.Score)).OrderBy(it => it.Page).ToList();
        return new Nearness([.. sorted.Select(it => it.Page)], [.. sorted.Select(it => (byte)MathF.Round(byte.MaxValue * Math.Max(0, it.Score) / highest))]);
    }

    /// <summary>From 0, near to no page in common, to 1, equally near to all. When one is near to none, nothing is known of it, and words decide.</summary>
    public float To(Nearness other)
    {
        if (_pages.Length == 0 || other._pages.Length == 0)
        {
            return Unknown;
        }

        var product = 0L;
        for (int here = 0, there = 0; here < _pages.Length && there < other._pages.Length;)
        {
            var order = _pages[here].CompareTo(other._pages[there]);
            product += order == 0 ? _shares[here] * other._shares[there] : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }

        return product == 0 ? 0 : product / (_length * other._length);
    }
}
