namespace Nexus.Bot.Search;

/// <summary>Every word the index has, how it is spelt, and which term (stem) it stands for.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spelling> _spellings = new(StringComparer.Ordinal);
    private Candidate[][] _byLength = [];

    /// <summary>The number of terms.</summary>
    public int Count => _terms.Count;

    /// <summary>Takes a word in and returns its term.</summary>
    /// <param name="named">It stands in a title or a keyword: the better reading of a typing slip.</param>
    public int Add(string word, bool named)
    {
        if (_spellings.TryGetValue(word, out var known))
        {
            if (named && !known.Named)
            {
                _spellings[word] = known with { Named = true };
            }

            return known.Term;
        }

        var stem = Stemmer.Stem(word);
        if (!_terms.TryGetValue(stem, out var term))
        {
            term = _terms.Count;
            _terms.Add(stem, term);
        }

        _spellings.Add(word, new Spelling(term, named));
        return term;
    }

    /// <summary>Call once when every word is in.</summary>
    public void Seal() => _byLength =
    [
        .. Enumerable.Range(0, 1 + _spellings.Keys.Select(word => word.Length).DefaultIfEmpty().Max())
            .GroupJoin(
                _spellings.Where(pair => !pair.Key.AsSpan().ContainsAnyExceptInRange('a', 'z')),
                length => length,
                pair => pair.Key.Length,
                (_, pairs) => pairs.Select(pair => new Candidate(pair.Key, Letters(pair.Key), pair.Value)).ToArray()),
    ];

    /// <summary>The term of a word or of its stem, or -1.</summary>
    public int Find(string word) =>
        _spellings.TryGetValue(word, out var spelling) ? spelling.Term
        : _terms.TryGetValue(Stemmer.Stem(word), out var term) ? term
        : -1;

    /// <summary>Two words that the index knows as one: "rabbit mq", "post man".</summary>
    public bool TryJoin(string first, string second, out string joined, out int term)
    {
        joined = "";
        term = -1;
        if (first.Length + second.Length is < 5 or > 64)
        {
            return false;
        }

        Span<char> both = stackalloc char[first.Length + second.Length];
        first.CopyTo(both);
        second.CopyTo(both[first.Length..]);
        if (!_spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(both, out var spelling))
        {
            return false;
        }

        joined = new string(both);
        term = spelling.Term;
        return !CommonWords.IsEveryday(joined);
    }

    /// <summary>
    /// The word that was meant: one slip in 4–5 letters, two from 6 (with the same first letter below 8), none in
    /// shorter words, and never for a correctly spelt everyday word. Words of titles and keywords only, but for one slip
    /// in a long word: there are too many words in the bodies for a guess.
    /// </summary>
    public bool Correct(string word, out string better, out int term, out int slips)
    {
        slips = 0;
        better = "";
        term = -1;
        if (word.Length is < 4 or > 32 || word.AsSpan().ContainsAnyExceptInRange('a', 'z') || CommonWords.IsEveryday(word))
        {
            return false;
        }

        var allowed = word.Length < 6 ? 1 : 2;
        var letters = Letters(word);
        var best = (Slips: allowed + 1, Named: false);
        for (var length = Math.Max(4, word.Length - allowed); length <= word.Length + allowed && length < _byLength.Length; length++)
        {
            foreach (var candidate in _byLength[length])
            {
                // Each slip changes at most two of the letters present: a cheap no for nearly every word.
                if (int.PopCount(letters ^ candidate.Letters) > 2 * allowed)
                {
                    continue;
                }

                var distance = EditDistance.Within(word, candidate.Word, allowed);
                if (distance > best.Slips ||
                    (!candidate.Spelling.Named && (distance > 1 || word.Length < 7)) ||
                    (distance == best.Slips && (best.Named || !candidate.Spelling.Named)) ||
                    (distance == 2 && word.Length < 8 && word[0] != candidate.Word[0]))
                {
                    continue;
                }

                if (distance <= allowed)
                {
                    best = (distance, candidate.Spelling.Named);
                    better = candidate.Word;
                    slips = distance;
                    term = candidate.Spelling.Term;
                }
            }
        }

        return term >= 0;
    }

    private static int Letters(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            letters |= 1 << (c - 'a');
        }

        return letters;
    }

    private readonly record struct Spelling(int Term, bool Named);

    private readonly record struct Candidate(string Word, int Letters, Spelling Spelling);
}
