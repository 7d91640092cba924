namespace Nexus.Bot.Search;

/// <summary>Every word the index has, how it is spelt, and which term (stem) it stands for.</summary>
internal sealed class Vocabulary
{
    private const int LongestCorrected = 32;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spelling> _spellings = new(StringComparer.Ordinal);
    private readonly List<WordPlace> _places = [];
    private Candidates[] _byLength = [];
    private string[] _sorted = [];

    /// <summary>The number of terms.</summary>
    public int Count => _terms.Count;

    /// <summary>Takes a word in and returns its term.</summary>
    public int Add(string word, WordPlace place)
    {
        if (_spellings.TryGetValue(word, out var known))
        {
            if (place > known.Place)
            {
                _spellings[word] = known with { Place = place };
                _places[known.Term] = Max(_places[known.Term], place);
            }

            return known.Term;
        }

        var stem = Search.Stems.Of(word);
        if (!_terms.TryGetValue(stem, out var term))
        {
            term = _terms.Count;
            _terms.Add(stem, term);
            _places.Add(place);
        }

        _places[term] = Max(_places[term], place);
        _spellings.Add(word, new Spelling(term, place));
        return term;
    }

    /// <summary>Call once when every word is in.</summary>
    public void Seal()
    {
        _byLength =
        [
            .. Enumerable.Range(0, LongestCorrected + 4).GroupJoin(
                _spellings.Where(pair => !pair.Key.AsSpan().ContainsAnyExceptInRange('a', 'z')),
                length => length,
                pair => pair.Key.Length,
                (_, pairs) => pairs.ToArray() is var all
                    ? new Candidates(
                        [.. all.Select(pair => Letters.Of(pair.Key))],
                        [.. all.Select(pair => pair.Key)],
                        [.. all.Select(pair => pair.Value)])
                    : default),
        ];
        _sorted = [.. _spellings.Keys];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    /// <summary>Whether the term stands in a title, a name or a keyword somewhere.</summary>
    public bool IsNamed(int term) => _places[term] > WordPlace.Body;

    /// <summary>The best place where the term stands.</summary>
    public WordPlace Place(int term) => _places[term];

    /// <summary>The term of a word or of its stem, in British spelling too; or -1.</summary>
    public int Find(string word)
    {
        if (_spellings.TryGetValue(word, out var spelling))
        {
            return spelling.Term;
        }

        if (_terms.TryGetValue(Search.Stems.Of(word), out var term))
        {
            return term;
        }

        // normalisation, serialiser
        return word.Length > 6 && word.LastIndexOf("is", StringComparison.Ordinal) is > 3 and var at &&
            _terms.TryGetValue(Search.Stems.Of(string.Concat(word.AsSpan(0, at), "iz", word.AsSpan(at + 2))), out term)
            ? term
            : -1;
    }

    /// <summary>The term of a stem, or -1.</summary>
    public int FindStem(string stem) => _terms.TryGetValue(stem, out var term) ? term : -1;

    /// <summary>Every stem with its term.</summary>
    public IEnumerable<KeyValuePair<string, int>> Stems => _terms;

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

    /// <summary>One word that the index knows as two: "githubactions", "unittesting".</summary>
    public bool TrySplit(string word, out string first, out string second)
    {
        (first, second) = ("", "");
        if (word.Length is < 6 or > 40)
        {
            return false;
        }

        var lookup = _spellings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = word.Length - 3; at >= 3; at--)
        {
            if (lookup.TryGetValue(word.AsSpan(0, at), out var left) && left.Named &&
                lookup.TryGetValue(word.AsSpan(at), out var right) && right.Named)
            {
                (first, second) = (word[..at], word[at..]);
                return true;
            }
        }

        return false;
    }

    /// <summary>Words that begin so, shortest first among those in names, then the others.</summary>
    public void Prefixed(string prefix, int most, List<int> terms)
    {
        var at = Array.BinarySearch(_sorted, prefix, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        var end = Math.Min(_sorted.Length, at + 256);
        for (var named = 1; named >= 0; named--)
        {
            for (var i = at; i < end && terms.Count < most && _sorted[i].StartsWith(prefix, StringComparison.Ordinal); i++)
            {
                var spelling = _spellings[_sorted[i]];
                if (spelling.Named == (named == 1) && !terms.Contains(spelling.Term))
                {
                    terms.Add(spelling.Term);
                }
            }
        }
    }

    /// <summary>
    /// The words that may have been meant, likeliest first: one slip in 4–5 letters, two from 6 (with the same first letter
    /// below 8), three from 12, none in shorter words, and never for a correctly spelt everyday word. Words of titles,
    /// names and keywords only, but for one slip in a long word: there are too many words in the bodies for a guess.
    /// </summary>
    public void Correct(string word, int most, List<Correction> found)
    {
        found.Clear();
        if (word.Length is < 4 or > LongestCorrected || word.AsSpan().ContainsAnyExceptInRange('a', 'z') || CommonWords.IsEveryday(word))
        {
            return;
        }

        var allowed = word.Length < 6 ? 1 : word.Length < 12 ? 2 : 3;
        var letters = Letters.Of(word);
        for (var length = Math.Max(4, word.Length - allowed); length <= word.Length + allowed && length < _byLength.Length; length++)
        {
            var candidates = _byLength[length];
            for (var i = 0; i < candidates.Masks.Length; i++)
            {
                if (!Letters.MayBeWithin(letters, candidates.Masks[i], allowed))
                {
                    continue;
                }

                var (other, spelling) = (candidates.Words[i], candidates.Spellings[i]);
                if (!spelling.Named && word.Length < 7)
                {
                    continue;
                }

                var distance = EditDistance.Within(word, other, spelling.Named ? allowed : 1);
                if (distance > (spelling.Named ? allowed : 1) ||
                    (distance == 2 && word.Length < 8 && word[0] != other[0]) ||
                    (distance == 3 && word[0] != other[0]))
                {
                    continue;
                }

                Keep(found, most, new Correction(other, spelling.Term, distance, Likelihood(word, other, distance, spelling.Named)));
            }
        }
    }

    // Fewer slips first, then words of names, then those that begin and end alike.
    private static int Likelihood(string word, string other, int slips, bool named) =>
        (-8 * slips) + (named ? 4 : 0) + (word[0] == other[0] ? 2 : 0) + (word[^1] == other[^1] ? 1 : 0);

    private static void Keep(List<Correction> found, int most, Correction correction)
    {
        var same = found.FindIndex(other => other.Term == correction.Term);
        if (same >= 0)
        {
            if (found[same].Likelihood >= correction.Likelihood)
            {
                return;
            }

            found.RemoveAt(same);
        }

        var at = found.Count;
        while (at > 0 && found[at - 1].Likelihood < correction.Likelihood)
        {
            at--;
        }

        found.Insert(at, correction);
        if (found.Count > most)
        {
            found.RemoveAt(most);
        }
    }

    private static WordPlace Max(WordPlace a, WordPlace b) => a > b ? a : b;

    private readonly record struct Spelling(int Term, WordPlace Place)
    {
        public bool Named => Place > WordPlace.Body;
    }

    private readonly record struct Candidates(ulong[] Masks, string[] Words, Spelling[] Spellings);
}
