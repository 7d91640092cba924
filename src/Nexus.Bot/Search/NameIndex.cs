namespace Nexus.Bot.Search;

/// <summary>Finds documents by exact name, by the beginning of a name or of a word in it, and by a name typed nearly right.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Entry[] _sorted;
    private readonly (string Compact, int Document)[] _names;

    public NameIndex(IReadOnlyList<SearchDocument> documents)
    {
        var entries = new List<Entry>();
        var compacts = new List<(string, int)>();
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var name in documents[document].Names.Prepend(documents[document].Title))
            {
                var normal = SearchText.Normalise(name);
                if (normal.Length == 0)
                {
                    continue;
                }

                var compact = normal.Replace(" ", "", StringComparison.Ordinal);
                _exact.TryAdd(normal, document);
                _exact.TryAdd(compact, document);
                compacts.Add((compact, document));
                entries.Add(new Entry(normal, document, Inside: false));
                for (var space = normal.IndexOf(' '); space >= 0; space = normal.IndexOf(' ', space + 1))
                {
                    entries.Add(new Entry(normal[(space + 1)..], document, Inside: true));
                }
            }
        }

        _sorted = [.. entries.OrderBy(entry => entry.Text, StringComparer.Ordinal).ThenBy(entry => entry.Document)];
        _names = [.. compacts];
    }

    /// <summary>The document with exactly this normalised name, or -1.</summary>
    public int Exact(string normal) => _exact.TryGetValue(normal, out var document) ? document : -1;

    /// <summary>Adds documents with a name that starts with the text, then those with a later word that does.</summary>
    public void Prefixed(string normal, int most, List<int> found)
    {
        foreach (var inside in (ReadOnlySpan<bool>)[false, true])
        {
            for (var i = LowerBound(normal); i < _sorted.Length && found.Count < most; i++)
            {
                if (!_sorted[i].Text.StartsWith(normal, StringComparison.Ordinal))
                {
                    break;
                }

                if (_sorted[i].Inside == inside && !found.Contains(_sorted[i].Document))
                {
                    found.Add(_sorted[i].Document);
                }
            }
        }
    }

    /// <summary>Adds documents whose name is within a few typing slips of the text, nearest first.</summary>
    public void Near(string normal, int most, List<int> found)
    {
        var text = normal.Replace(" ", "", StringComparison.Ordinal);
        if (text.Length is < 4 or > 60)
        {
            return;
        }

        var allowed = text.Length < 6 ? 1 : text.Length < 10 ? 2 : 3;
        for (var slips = 1; slips <= allowed; slips++)
        {
            foreach (var (compact, document) in _names)
            {
                if (found.Count >= most)
                {
                    return;
                }

                if (!found.Contains(document) && EditDistance.Within(text, compact, slips) == slips)
                {
                    found.Add(document);
                }
            }
        }
    }

    private int LowerBound(string normal)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_sorted[middle].Text, normal) < 0)
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

    private readonly record struct Entry(string Text, int Document, bool Inside);
}
