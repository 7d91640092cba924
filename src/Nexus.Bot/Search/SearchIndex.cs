using System.Buffers;

namespace Nexus.Bot.Search;

/// <summary>
/// An immutable index in memory: exact names first, else BM25F over title, keywords and body with typing slips corrected.
/// Safe to read from any thread. A question costs microseconds on a hub of some dozen documents.
/// </summary>
internal sealed class SearchIndex
{
    // Two hits closer than this are shown as a choice rather than as an answer.
    private const float ClearLead = 1.1f;

    // An everyday word the hub does not have says less about what is asked than an unknown technical one.
    private const float EverydayShare = 0.35f;

    // A corrected word is a guess; with each slip less sure.
    private const float SlipShare = 0.85f;

    private const int MostWords = 64;

    private readonly NameIndex _names;
    private readonly Vocabulary _vocabulary;
    private readonly Posting[][] _postings;
    private readonly float[] _idf;
    private readonly float _unknownIdf;
    private readonly int _count;

    public SearchIndex(IReadOnlyList<SearchDocument> documents)
    {
        _count = documents.Count;
        _names = new NameIndex(documents);
        (_vocabulary, _postings, _idf) = SearchIndexBuilder.Build(documents);
        _unknownIdf = SearchIndexBuilder.Idf(_count, 0);
    }

    /// <summary>Answers a question with at most <paramref name="most"/> hits.</summary>
    public SearchResult Find(string question, int most)
    {
        var normal = SearchText.Normalise(Head(question));
        var named = _names.Exact(normal);
        if (named >= 0)
        {
            return new SearchResult(SearchVerdict.Exact, [new SearchHit(named, float.MaxValue)], null);
        }

        var asked = Understand(question);
        if (asked.Count == 0)
        {
            return new SearchResult(SearchVerdict.None, Nearest(normal, [], most), null);
        }

        var understood = string.Join(' ', asked.Select(word => word.Text));
        var corrected = asked.Exists(word => word.Certainty < 1) ? understood : null;
        named = _names.Exact(understood);
        if (named >= 0)
        {
            return new SearchResult(SearchVerdict.Exact, [new SearchHit(named, float.MaxValue)], corrected);
        }

        return Score(normal, asked, most, corrected);
    }

    /// <summary>Documents to offer while a name is being typed: exact, beginning of a name, of a word, nearly right, then by content.</summary>
    public IReadOnlyList<int> Complete(string typed, int most)
    {
        var found = new List<int>();
        var normal = SearchText.Normalise(Head(typed));
        if (normal.Length == 0)
        {
            return found;
        }

        if (_names.Exact(normal) is >= 0 and var named)
        {
            found.Add(named);
        }

        _names.Prefixed(normal, most, found);
        _names.Near(normal, most, found);
        if (normal.Length >= 3 && found.Count < most)
        {
            foreach (var hit in Find(typed, most).Hits)
            {
                if (found.Count < most && !found.Contains(hit.Document))
                {
                    found.Add(hit.Document);
                }
            }
        }

        return found;
    }

    private static string Head(string text) => text.Length <= 200 ? text : text[..200];

    private List<AskedWord> Understand(string question)
    {
        var words = SearchText.Words(question, MostWords);
        var asked = new List<AskedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i + 1 < words.Count && _vocabulary.TryJoin(word.Text, words[i + 1].Text, out var joined, out var term))
            {
                asked.Add(new AskedWord(joined, term, 1));
                i++;
            }
            else if (_vocabulary.Find(word.Text) is >= 0 and var known)
            {
                Ask(asked, word.Text, known);
            }
            else if (word.Parts is { } parts)
            {
                foreach (var part in parts.Where(part => !IsNumber(part)))
                {
                    Ask(asked, part, _vocabulary.Find(part));
                }
            }
            else
            {
                Ask(asked, word.Text, -1);
            }
        }

        return asked;
    }

    private void Ask(List<AskedWord> asked, string word, int term)
    {
        if (CommonWords.IsStopWord(word) || IsNoise(word, term))
        {
            return;
        }

        var certainty = 1f;
        if (term < 0 && _vocabulary.Correct(word, out var better, out var found, out var slips))
        {
            (word, term, certainty) = (better, found, MathF.Pow(SlipShare, slips));
        }

        if (!asked.Exists(other => other.Text == word))
        {
            asked.Add(new AskedWord(word, term, certainty));
        }
    }

    // Dates, times and line numbers ask for nothing; status codes and ports do when a document has them.
    private static bool IsNoise(string word, int term) =>
        (term < 0 && word.Length == 1) || (IsNumber(word) && (term < 0 || word.Length < 3));

    private static bool IsNumber(string word) => !word.AsSpan().ContainsAnyExceptInRange('0', '9');

    private SearchResult Score(string normal, List<AskedWord> asked, int most, string? corrected)
    {
        var scores = ArrayPool<float>.Shared.Rent(_count);
        var matched = ArrayPool<float>.Shared.Rent(_count);
        try
        {
            scores.AsSpan(0, _count).Clear();
            matched.AsSpan(0, _count).Clear();
            var whole = 0f;
            foreach (var word in asked)
            {
                if (word.Term < 0)
                {
                    whole += CommonWords.IsEveryday(word.Text) ? EverydayShare * _unknownIdf : _unknownIdf;
                    continue;
                }

                whole += _idf[word.Term];
                foreach (var posting in _postings[word.Term])
                {
                    scores[posting.Document] += word.Certainty * posting.Impact;
                    matched[posting.Document] += word.Certainty * _idf[word.Term];
                }
            }

            var hits = Best(scores, matched, whole, most);
            if (hits.Count == 0 || !IsAnswer(hits[0], matched[hits[0].Document], whole))
            {
                return new SearchResult(SearchVerdict.None, Nearest(normal, hits, most), null);
            }

            var clear = hits.Count == 1 || hits[0].Score >= ClearLead * hits[1].Score;
            return new SearchResult(clear ? SearchVerdict.Confident : SearchVerdict.Unsure, hits, corrected);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
            ArrayPool<float>.Shared.Return(matched);
        }
    }

    private List<SearchHit> Best(float[] scores, float[] matched, float whole, int most)
    {
        var best = new List<SearchHit>(most + 1);
        for (var document = 0; document < _count; document++)
        {
            if (scores[document] <= 0)
            {
                continue;
            }

            var hit = new SearchHit(document, scores[document] * (0.8f + (0.2f * matched[document] / whole)));
            if (best.Count == most && hit.Score <= best[^1].Score)
            {
                continue;
            }

            var at = best.Count;
            while (at > 0 && best[at - 1].Score < hit.Score)
            {
                at--;
            }

            best.Insert(at, hit);
            if (best.Count > most)
            {
                best.RemoveAt(most);
            }
        }

        return best;
    }

    // A small logistic over the share of the question that the best document has and how strongly it has it.
    private static bool IsAnswer(SearchHit best, float matched, float whole) =>
        (8f * matched / whole) + (3f * best.Score / whole) - 8f > 0;

    private List<SearchHit> Nearest(string normal, IReadOnlyList<SearchHit> hits, int most)
    {
        var found = new List<int>();
        _names.Near(normal, most, found);
        foreach (var hit in hits)
        {
            if (found.Count < most && !found.Contains(hit.Document))
            {
                found.Add(hit.Document);
            }
        }

        return [.. found.Select(document => new SearchHit(document, 0))];
    }

    // Certainty is below 1 for a word that was corrected.
    private readonly record struct AskedWord(string Text, int Term, float Certainty);
}
