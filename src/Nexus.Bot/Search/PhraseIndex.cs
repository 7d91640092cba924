namespace Nexus.Bot.Search;

/// <summary>Names and keywords, found as a whole inside a question: "which <i>celery beat</i> setting …".</summary>
internal sealed class PhraseIndex
{
    /// <summary>Longer ones are found by their words alone.</summary>
    public const int Longest = 6;

    // A keyword may stand on several pages; a name is one page's.
    private const float KeywordShare = 0.6f;

    private readonly ulong[] _keys;
    private readonly Entry[] _entries;

    private PhraseIndex(ulong[] keys, Entry[] entries)
    {
        _keys = keys;
        _entries = entries;
    }

    /// <summary>The documents that have these words, in this order, as a name or a keyword.</summary>
    public ReadOnlySpan<Entry> Find(ReadOnlySpan<int> terms)
    {
        var key = Key(terms);
        var at = Array.BinarySearch(_keys, key);
        if (at < 0)
        {
            return [];
        }

        var from = at;
        while (from > 0 && _keys[from - 1] == key)
        {
            from--;
        }

        var end = at + 1;
        while (end < _keys.Length && _keys[end] == key)
        {
            end++;
        }

        return _entries.AsSpan(from, end - from);
    }

    // FNV-1a over the terms: 64 bits, so that a false meeting is no matter of concern.
    private static ulong Key(ReadOnlySpan<int> terms)
    {
        var key = 14695981039346656037UL;
        foreach (var term in terms)
        {
            key = (key ^ (uint)term) * 1099511628211UL;
        }

        return key;
    }

    /// <summary>A document that has the phrase.</summary>
    /// <param name="Share">1 when it is a name, less when a keyword.</param>
    internal readonly record struct Entry(int Document, float Share);

    internal sealed class Builder
    {
        private readonly HashSet<(ulong Key, Entry Entry)> _all = [];

        /// <summary>Takes a phrase in. A keyword of one word is no phrase: it is found as a word.</summary>
        public void Add(ReadOnlySpan<int> terms, int document, bool name)
        {
            if (terms.Length <= Longest && terms.Length > (name ? 0 : 1))
            {
                _all.Add((Key(terms), new Entry(document, name ? 1 : KeywordShare)));
            }
        }

        public PhraseIndex Build()
        {
            var sorted = _all.ToArray();
            Array.Sort(sorted, (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key)
                : a.Entry.Document != b.Entry.Document ? a.Entry.Document.CompareTo(b.Entry.Document)
                : b.Entry.Share.CompareTo(a.Entry.Share));
            return new PhraseIndex(Array.ConvertAll(sorted, pair => pair.Key), Array.ConvertAll(sorted, pair => pair.Entry));
        }
    }
}
