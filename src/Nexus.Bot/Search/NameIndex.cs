namespace Nexus.Bot.Search;

/// <summary>Finds documents by exact name, by the beginning of a name or of a word in it, and by a name typed nearly right.</summary>
internal sealed class NameIndex
{
    private const int ShortestNear = 4;
    private const int LongestNear = 60;

    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Entry[] _starts;
    private readonly Entry[] _inside;

    // Names without spaces by length; the letters of each, to pass over most of them without a look at the name.
    private readonly Names[] _byLength;

    public NameIndex(IReadOnlyList<SearchDocument> documents)
    {
        var starts = new List<Entry>();
        var inside = new List<Entry>();
        var compacts = new List<Entry>();
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var name in documents[document].Names.Prepend(documents[document].Title))
            {
                var normal = SearchText.Normalise(name);
                if (normal.Length == 0)
                {
                    continue;
                }

                var compact = Compact(normal);
                _exact.TryAdd(normal, document);
                _exact.TryAdd(compact, document);
                compacts.Add(new Entry(compact, 0, document));
                starts.Add(new Entry(normal, 0, document));
                for (var space = normal.IndexOf(' '); space >= 0; space = normal.IndexOf(' ', space + 1))
                {
                    inside.Add(new Entry(normal, space + 1, document));
                }
            }
        }

        _starts = Sorted(starts);
        _inside = Sorted(inside);
        var lengths = compacts.Where(entry => entry.Text.Length <= LongestNear + 3).ToLookup(entry => entry.Text.Length);
        _byLength = [.. Enumerable.Range(0, LongestNear + 4).Select(length => new Names([.. lengths[length]], [.. lengths[length].Select(entry => Letters.Of(entry.Text))]))];
    }

    /// <summary>The document with exactly this normalised name, wherever its spaces are, or -1.</summary>
    public int Exact(string normal) =>
        _exact.TryGetValue(normal, out var document) || _exact.TryGetValue(Compact(normal), out document) ? document : -1;

    /// <summary>Adds documents with a name that starts with the text, then those with a later word that does.</summary>
    public void Prefixed(string normal, int most, List<int> found)
    {
        Prefixed(_starts, normal, most, found);
        Prefixed(_inside, normal, most, found);
    }

    /// <summary>Adds documents whose name is within a few typing slips of the text, nearest first.</summary>
    public void Near(string normal, int most, List<int> found)
    {
        var near = new List<(int Slips, int Document)>();
        EachNear(normal, (slips, document) => near.Add((slips, document)));
        foreach (var (_, document) in near.OrderBy(pair => pair.Slips))
        {
            if (found.Count < most && !found.Contains(document))
            {
                found.Add(document);
            }
        }
    }

    /// <summary>The document whose name is nearest to the text and how many slips it is away, or -1 when none or two are.</summary>
    public int Nearest(string normal, out int slips)
    {
        var best = (Slips: int.MaxValue, Document: -1);
        EachNear(normal, (distance, document) => best =
            distance < best.Slips ? (distance, document)
            : distance == best.Slips && document != best.Document ? (distance, -1)
            : best);
        slips = best.Slips;
        return best.Document;
    }

    private void EachNear(string normal, Action<int, int> take)
    {
        var text = Compact(normal);
        if (text.Length is < ShortestNear or > LongestNear)
        {
            return;
        }

        var allowed = text.Length < 6 ? 1 : text.Length < 10 ? 2 : 3;
        var letters = Letters.Of(text);
        for (var length = text.Length - allowed; length <= text.Length + allowed; length++)
        {
            var (entries, masks) = _byLength[length];
            for (var i = 0; i < masks.Length; i++)
            {
                if (Letters.MayBeWithin(masks[i], letters, allowed) &&
                    EditDistance.Within(text, entries[i].Text, allowed) is var slips && slips <= allowed)
                {
                    take(slips, entries[i].Document);
                }
            }
        }
    }

    private static void Prefixed(Entry[] sorted, string normal, int most, List<int> found)
    {
        for (var i = LowerBound(sorted, normal); i < sorted.Length && found.Count < most; i++)
        {
            if (!sorted[i].Part.StartsWith(normal, StringComparison.Ordinal))
            {
                return;
            }

            if (!found.Contains(sorted[i].Document))
            {
                found.Add(sorted[i].Document);
            }
        }
    }

    private static int LowerBound(Entry[] sorted, string normal)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Part.SequenceCompareTo(normal) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static Entry[] Sorted(List<Entry> entries)
    {
        entries.Sort((a, b) => a.Part.SequenceCompareTo(b.Part) is not 0 and var order ? order : a.Document.CompareTo(b.Document));
        return [.. entries];
    }

    private static string Compact(string normal) =>
        normal.Contains(' ', StringComparison.Ordinal) ? normal.Replace(" ", "", StringComparison.Ordinal) : normal;

    // A name from one of its words on.
    private readonly record struct Entry(string Text, int From, int Document)
    {
        public ReadOnlySpan<char> Part => Text.AsSpan(From);
    }

    private readonly record struct Names(Entry[] Entries, ulong[] Masks);
}
