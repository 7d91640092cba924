namespace Nexus.Bot.Search;

/// <summary>Typing slips between two words: insertions, deletions, replacements and swapped neighbours (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 as soon as it is known to be larger.</summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var width = b.Length + 1;
        Span<int> before = width <= 128 ? stackalloc int[width] : new int[width];
        Span<int> above = width <= 128 ? stackalloc int[width] : new int[width];
        Span<int> row = width <= 128 ? stackalloc int[width] : new int[width];
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            // A cell further from the diagonal than the limit is beyond it.
            var from = Math.Max(1, i - most);
            var to = Math.Min(width - 1, i + most);
            row[from - 1] = from == 1 ? i : most + 1;
            var best = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var cost = Math.Min(
                    Math.Min(row[j - 1], above[j]) + 1,
                    above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (to + 1 < width)
            {
                row[to + 1] = most + 1;
            }

            if (best > most)
            {
                return most + 1;
            }

            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return Math.Min(above[b.Length], most + 1);
    }
}
