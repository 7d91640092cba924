namespace Nexus.Bot.Search;

/// <summary>
/// An immutable index in memory: exact names first, else BM25F over title, names, keywords, error lines and body, with
/// slips corrected and names found inside a question. Safe to read from any thread.
/// </summary>
internal sealed class SearchIndex
{
    // A second hit with at least this share of the first's score is worth a look.
    private const float WorthALook = 0.4f;

    // Below this share of the question a document is not even near.
    private const float LeastNear = 0.25f;

    // A word that so few documents have says which one is meant.
    private const int FewDocuments = 2;

    // As many are looked at again, by whole names and keywords.
    private const int MostRefined = 16;

    // A correction of a longer question is no longer read by anybody.
    private const int MostCorrected = 12;

    private readonly NameIndex _names;
    private readonly Vocabulary _vocabulary;
    private readonly PhraseIndex _phrases;
    private readonly Phrase[][] _phrasesOf;
    private readonly int[] _problems;
    private readonly Posting[][] _postings;
    private readonly float[] _idf;
    private readonly float _unknownIdf;
    private readonly int _count;

    /// <param name="documents">What can be found.</param>
    /// <param name="elders">What an older index beside this one counts, so that the scores of both can be compared.</param>
    public SearchIndex(IReadOnlyList<SearchDocument> documents, Corpus? elders = null)
    {
        var built = new SearchIndexBuilder(documents, elders);
        _count = documents.Count;
        _names = new NameIndex(documents);
        Signatures = new SignatureIndex([.. documents.SelectMany((document, number) => document.Signatures.Select(line => (number, line)))]);
        _problems = [.. Enumerable.Range(0, _count).Where(number => documents[number].SolvesProblem)];
        _vocabulary = built.Vocabulary;
        _phrases = built.Phrases;
        _phrasesOf = built.PhrasesOf;
        _postings = built.Postings;
        _idf = built.Idf;
        Corpus = built.Corpus;
        _unknownIdf = SearchIndexBuilder.IdfOf(Corpus.Count, 0);
    }

    /// <summary>The documents' error lines alone.</summary>
    public SignatureIndex Signatures { get; }

    public Corpus Corpus { get; }

    /// <summary>Answers a question with at most <paramref name="most"/> hits.</summary>
    /// <param name="question">What somebody typed or pasted.</param>
    /// <param name="most">At most as many hits.</param>
    /// <param name="knownBeside">Words that an index beside this one has: no misspellings.</param>
    public SearchResult Find(string question, int most, Func<string, bool>? knownBeside = null) =>
        Find(question, most, typing: false, knownBeside);

    /// <summary>Documents that share weighty words with a text, without a verdict on it.</summary>
    public List<SearchHit> Candidates(string text, int most, Func<string, bool>? knownBeside = null)
    {
        var question = QuestionReader.Read(text, _vocabulary, _idf, _unknownIdf, typing: false, knownBeside);
        if (question.IsEmpty)
        {
            return [];
        }

        using var tally = new Tally(_count, question, _postings, _idf);
        return tally.Best(most);
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
        if (found.Count < most)
        {
            _names.Near(normal, most, found);
        }

        if (normal.Length >= 3 && found.Count < most)
        {
            foreach (var hit in Find(typed, most, typing: !char.IsWhiteSpace(typed[^1]), null).Hits)
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

    private SearchResult Find(string text, int most, bool typing, Func<string, bool>? knownBeside)
    {
        text = QuestionText.WithoutFences(text);
        var normal = SearchText.Normalise(Head(text));
        if (_names.Exact(normal) is >= 0 and var named)
        {
            return new SearchResult(SearchVerdict.Exact, [new SearchHit(named, float.MaxValue)], null);
        }

        var pasted = ErrorText.IsPasted(text);
        var question = QuestionReader.Read(pasted ? ErrorText.Essence(text) : QuestionText.WithoutLinks(text), _vocabulary, _idf, _unknownIdf, typing, knownBeside);
        if (question.IsEmpty)
        {
            return new SearchResult(SearchVerdict.None, Nearest(normal, [], most), null);
        }

        var slips = 0;
        var nearly = question.Words.Count is > 0 and <= PhraseIndex.Longest ? _names.Exact(SearchText.Normalise(question.Text)) : -1;
        if (nearly < 0 && !pasted && !question.IsKnown && !question.IsElsewhere)
        {
            nearly = _names.Nearest(normal, out slips);
        }

        using var tally = new Tally(_count, question, _postings, _idf);
        tally.AddPhrases(_phrases);
        var signatures = Signatures.Find(text, most);
        for (var i = 0; i < signatures.Count; i++)
        {
            tally.AddSignature(signatures[i], i);
        }

        if (pasted)
        {
            tally.Prefer(_problems);
        }

        if (nearly >= 0)
        {
            tally.AddName(nearly, slips);
        }

        var hits = tally.Best(Math.Max(most, MostRefined));
        tally.Refine(hits, _phrasesOf);
        if (hits.Count > most)
        {
            hits.RemoveRange(most, hits.Count - most);
        }

        if (hits.Count == 0 ||
            (hits[0].Document != nearly &&
                !signatures.Any(hit => hit.IsWhole && hit.Document == hits[0].Document) &&
                !IsSaidOnlyThere(question, hits[0].Document) &&
                tally.For(hits[0].Document, _vocabulary).Sureness <= 0))
        {
            hits.RemoveAll(hit => tally.Coverage(hit.Document) < LeastNear);
            return new SearchResult(SearchVerdict.None, Nearest(normal, hits, most), null);
        }

        var clear = hits.Count == 1 || hits[1].Score < WorthALook * hits[0].Score;
        return new SearchResult(
            clear ? SearchVerdict.Confident : SearchVerdict.Unsure,
            hits,
            question.IsCorrected && !pasted && question.Words.Count <= MostCorrected ? question.Text : null);
    }

    // Every word is a rare one of the index, no everyday word, and the document has them all.
    private bool IsSaidOnlyThere(Question question, int document) =>
        question.IsKnown && !question.IsElsewhere && question.Words.Count > 0 &&
        question.Words.TrueForAll(word => !CommonWords.IsEveryday(word.Text) &&
            _postings[word.Readings[0].Term] is { Length: <= FewDocuments } rare &&
            Array.Exists(rare, posting => posting.Document == document));

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
}
