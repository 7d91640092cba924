namespace Nexus.Bot.Search;

/// <summary>A document that is like a text.</summary>
/// <param name="Likeness">From 0 to 1, the same text.</param>
internal readonly record struct SimilarHit(long Key, float Likeness);

/// <summary>What a question found among documents that come and go, best first.</summary>
internal sealed record LiveResult(SearchVerdict Verdict, IReadOnlyList<long> Keys, string? Corrected);

/// <summary>
/// An index over documents that come and go, such as ideas and questions. Immutable: a change makes a new one that shares
/// all but the smallest part. Parts are merged when a younger one has grown to a sixteenth of the next, so that a document
/// is read again a few times in all, however many there are.
/// </summary>
internal sealed class LiveIndex
{
    private const int Smallest = 64;
    private const int Growth = 16;

    // Looked at closely for likeness, of each part.
    private const int Candidates = 64;

    public static readonly LiveIndex Empty = new([], []);

    // Oldest and largest first.
    private readonly Part[] _parts;
    private readonly HashSet<(int Part, int Document)> _gone;

    private LiveIndex(Part[] parts, HashSet<(int Part, int Document)> gone)
    {
        _parts = parts;
        _gone = gone;
    }

    public int Count => _parts.Sum(part => part.Keys.Length) - _gone.Count;

    /// <summary>An index over all these; of two with one key the later counts.</summary>
    public static LiveIndex Of(IEnumerable<KeyValuePair<long, SearchDocument>> documents)
    {
        var latest = new Dictionary<long, SearchDocument>();
        foreach (var (key, document) in documents)
        {
            latest[key] = document;
        }

        return latest.Count == 0 ? Empty : new LiveIndex([new Part([.. latest.Keys], [.. latest.Values], null)], []);
    }

    /// <summary>With a document added, or changed when the key is there.</summary>
    public LiveIndex With(long key, SearchDocument document)
    {
        var without = Without(key);
        var (parts, gone) = (without._parts.ToList(), without._gone);
        var keys = new List<long> { key };
        var documents = new List<SearchDocument> { document };
        while (parts is [.., var youngest] && (youngest.Keys.Length < Smallest || (keys.Count >= Smallest && youngest.Keys.Length <= Growth * keys.Count)))
        {
            var number = parts.Count - 1;
            for (var i = 0; i < youngest.Keys.Length; i++)
            {
                if (!gone.Contains((number, i)))
                {
                    keys.Add(youngest.Keys[i]);
                    documents.Add(youngest.Documents[i]);
                }
            }

            gone = [.. gone.Where(at => at.Part != number)];
            parts.RemoveAt(number);
        }

        parts.Add(new Part([.. keys], [.. documents], parts.Count > 0 ? parts[^1].Index.Corpus : null));
        return new LiveIndex([.. parts], gone);
    }

    /// <summary>Without the document of this key.</summary>
    public LiveIndex Without(long key)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            if (_parts[part].Numbers.TryGetValue(key, out var document) && !_gone.Contains((part, document)))
            {
                return new LiveIndex(_parts, [.. _gone, (part, document)]);
            }
        }

        return this;
    }

    /// <summary>The document of this key, or null.</summary>
    public SearchDocument? Find(long key)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            if (_parts[part].Numbers.TryGetValue(key, out var document) && !_gone.Contains((part, document)))
            {
                return _parts[part].Documents[document];
            }
        }

        return null;
    }

    /// <summary>Answers a question with at most <paramref name="most"/> documents.</summary>
    public LiveResult Find(string question, int most)
    {
        var results = _parts
            .Select((part, number) => (Number: number, Result: part.Index.Find(question, most + GoneIn(number), KnownBeside(part))))
            .Where(found => found.Result.Verdict != SearchVerdict.None)
            .ToList();
        var hits = results
            .SelectMany(found => found.Result.Hits.Select(hit => (found.Number, hit.Document, hit.Score, found.Result)))
            .Where(hit => !_gone.Contains((hit.Number, hit.Document)))
            .OrderByDescending(hit => hit.Score)
            .ThenByDescending(hit => hit.Number)
            .Take(most)
            .ToList();
        return hits is [var best, ..]
            ? new LiveResult(
                hits.Count > 1 && best.Result.Verdict == SearchVerdict.Confident ? SearchVerdict.Unsure : best.Result.Verdict,
                [.. hits.Select(hit => _parts[hit.Number].Keys[hit.Document])],
                best.Result.Corrected)
            : new LiveResult(SearchVerdict.None, [], null);
    }

    /// <summary>Documents to offer while something is being typed.</summary>
    public IReadOnlyList<long> Complete(string typed, int most) =>
    [
        .. _parts.SelectMany((part, number) => part.Index.Complete(typed, most)
                .Where(document => !_gone.Contains((number, document)))
                .Select((document, order) => (part.Keys[document], order)))
            .OrderBy(offered => offered.order)
            .Select(offered => offered.Item1)
            .Take(most),
    ];

    /// <summary>Documents like a text, the most alike first: to be suggested, never to be acted on.</summary>
    public IReadOnlyList<SimilarHit> Similar(string text, int most)
    {
        if (_parts.Length == 0)
        {
            return [];
        }

        var corpus = _parts[^1].Index.Corpus;
        var asked = new Similarity(text, corpus);
        return
        [
            .. _parts.SelectMany((part, number) => part.Index.Candidates(text, Candidates, KnownBeside(part))
                    .Where(hit => !_gone.Contains((number, hit.Document)))
                    .Select(hit => new SimilarHit(part.Keys[hit.Document], asked.To(new Similarity(part.Text(hit.Document), corpus)))))
                .OrderByDescending(hit => hit.Likeness)
                .ThenBy(hit => hit.Key)
                .Take(most),
        ];
    }

    /// <summary>
    /// Questions among the documents that ask what is asked here, the surest first, however unsure: see <see cref="Sameness.Same"/>
    /// and <see cref="Sameness.MayHelp"/>.
    /// </summary>
    /// <param name="question">Its keywords are its topics, and it is near to pages, as the documents are.</param>
    /// <param name="known">Problems by which questions are told apart.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<SimilarHit> AskedBefore(SearchDocument question, KnownProblems known, int most)
    {
        if (_parts.Length == 0)
        {
            return [];
        }

        var asked = new Sameness(Gist.Of(question, known), _parts[^1].Index.Corpus);
        var text = $"{question.Title}\n{string.Join(' ', question.Keywords)}\n{ErrorText.Essence(QuestionText.WithoutLinks(QuestionText.WithoutFences(question.Body)))}";
        var found = _parts
            .SelectMany((part, number) => part.Index.Candidates(text, Candidates, KnownBeside(part))
                .Where(hit => !_gone.Contains((number, hit.Document)))
                .Select(hit => (Key: part.Keys[hit.Document], Common: asked.With(Gist.Of(part.Documents[hit.Document], known)))))
            .OrderByDescending(hit => hit.Common.Score)
            .ToList();
        return
        [
            .. found.Select((hit, place) => new SimilarHit(hit.Key, Sameness.Likeness(hit.Common, Rival(place))))
                .OrderByDescending(hit => hit.Likeness)
                .ThenBy(hit => hit.Key)
                .Take(most),
        ];

        float Rival(int place) => place > 0 ? found[0].Common.Score : found.Count > 1 ? found[1].Common.Score : 0;
    }

    private int GoneIn(int part) => Math.Min(Smallest, _gone.Count(at => at.Part == part));

    private Func<string, bool> KnownBeside(Part own) => word =>
    {
        foreach (var part in _parts)
        {
            if (part != own && part.Index.Corpus.Vocabulary.Find(word) >= 0)
            {
                return true;
            }
        }

        return false;
    };

    private sealed class Part(long[] keys, SearchDocument[] documents, Corpus? elders)
    {
        public long[] Keys => keys;

        public SearchDocument[] Documents => documents;

        public Dictionary<long, int> Numbers { get; } = keys.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number);

        public SearchIndex Index { get; } = new(documents, elders);

        public string Text(int document) => $"{documents[document].Title} {documents[document].Body}";
    }
}
