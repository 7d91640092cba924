using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>Counts words per field and folds BM25F into one number per word and document.</summary>
internal sealed class SearchIndexBuilder
{
    private const int Title = 0, Names = 1, Keywords = 2, Signatures = 3, Body = 4, Fields = 5;
    private const float K1 = 3;

    // What a stop word weighs inside a name; by itself it finds nothing.
    private const float StopInPhrase = 1.25f;

    // "frontend" stands on every page and is still what two of them are about.
    private const float LeastIdf = 0.3f;

    private static readonly float[] Weight = [2f, 3.1f, 3f, 1f, 0.6f];
    private static readonly float[] LengthShare = [0.3f, 0.3f, 0.3f, 0.5f, 0.6f];

    private readonly IReadOnlyList<SearchDocument> _documents;
    private readonly (int Term, Counts Counts)[][] _counts;
    private readonly Dictionary<int, Counts> _reading = [];
    private readonly Counts[] _lengths;
    private readonly PhraseIndex.Builder _phrases = new();
    private readonly List<Phrase> _own = [];
    private readonly List<int> _sequence = [];
    private readonly List<int> _surface = [];

    /// <param name="documents">What can be found.</param>
    /// <param name="elders">What an older index beside this one counts.</param>
    public SearchIndexBuilder(IReadOnlyList<SearchDocument> documents, Corpus? elders)
    {
        _documents = documents;
        _counts = new (int, Counts)[documents.Count][];
        _lengths = new Counts[documents.Count];
        PhrasesOf = new Phrase[documents.Count][];
        for (var i = 0; i < documents.Count; i++)
        {
            Read(i);
        }

        Vocabulary.Seal();
        Phrases = _phrases.Build();
        Corpus = Sum(elders);
        Idf = Weigh();
        Postings = Fold();
    }

    public Vocabulary Vocabulary { get; } = new();

    public PhraseIndex Phrases { get; }

    /// <summary>The names and keywords of each document.</summary>
    public Phrase[][] PhrasesOf { get; }

    public Posting[][] Postings { get; }

    public float[] Idf { get; }

    public Corpus Corpus { get; }

    public static float IdfOf(int documents, int having) =>
        MathF.Max(LeastIdf, MathF.Log(1 + ((documents - having + 0.5f) / (having + 0.5f))));

    private void Read(int number)
    {
        var document = _documents[number];
        Read(number, document.Title, Title);
        ReadAll(number, document.Names, Names);
        ReadAll(number, document.Keywords, Keywords);
        ReadAll(number, document.Signatures, Signatures);
        Read(number, document.Body, Body);
        Read(number, document.Answer, Body);
        PhrasesOf[number] = [.. _own];
        _own.Clear();
        _counts[number] = [.. _reading.Select(pair => (pair.Key, pair.Value))];
        _reading.Clear();
    }

    private void ReadAll(int number, IReadOnlyList<string> texts, int field)
    {
        foreach (var text in texts)
        {
            Read(number, text, field);
        }
    }

    private void Read(int number, string text, int field)
    {
        _sequence.Clear();
        _surface.Clear();
        foreach (var word in SearchText.Words(text))
        {
            _lengths[number][field]++;
            Count(word.Text, field);
            if (word.Parts is { } parts)
            {
                foreach (var part in parts)
                {
                    // A letter is no word: "x-csrftoken", "1-n".
                    if (part.Length > 1)
                    {
                        Count(part, field);
                    }

                    Follow(part, field, part.Length == 1);
                }
            }
            else
            {
                Follow(word.Text, field, pass: false);
            }
        }

        if (field > Keywords || _surface.Count == 0)
        {
            return;
        }

        var name = field != Keywords;
        _phrases.Add(CollectionsMarshal.AsSpan(_sequence), number, name);
        if (_surface.Count > _sequence.Count)
        {
            _phrases.Add(CollectionsMarshal.AsSpan(_surface), number, name);
        }

        _own.Add(new Phrase([.. _surface.Distinct()], name));
    }

    private void Count(string word, int field)
    {
        if (!CommonWords.IsStopWord(word))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_reading, Vocabulary.Add(word, Place(field)), out _)[field]++;
        }
    }

    private void Follow(string word, int field, bool pass)
    {
        if (field > Keywords)
        {
            return;
        }

        if (pass || CommonWords.IsStopWord(word))
        {
            _surface.Add(Vocabulary.Add(word, WordPlace.Stop));
        }
        else
        {
            _sequence.Add(Vocabulary.Add(word, Place(field)));
            _surface.Add(_sequence[^1]);
        }
    }

    private static WordPlace Place(int field) => field switch
    {
        Title or Names => WordPlace.Name,
        Keywords => WordPlace.Keyword,
        _ => WordPlace.Body,
    };

    private Corpus Sum(Corpus? elders)
    {
        var lengths = new float[Fields];
        foreach (var length in _lengths)
        {
            for (var field = 0; field < Fields; field++)
            {
                lengths[field] += length[field];
            }
        }

        var having = new int[Vocabulary.Count];
        foreach (var counts in _counts)
        {
            foreach (var (term, _) in counts)
            {
                having[term]++;
            }
        }

        return new Corpus(Vocabulary, _documents.Count, having, lengths, elders);
    }

    private float[] Weigh()
    {
        var idf = new float[Vocabulary.Count];
        foreach (var (stem, term) in Vocabulary.Stems)
        {
            idf[term] = Vocabulary.Place(term) == WordPlace.Stop ? StopInPhrase : IdfOf(Corpus.Count, Corpus.CountOf(stem));
        }

        return idf;
    }

    private Posting[][] Fold()
    {
        var averages = new float[Fields];
        for (var field = 0; field < Fields; field++)
        {
            averages[field] = Corpus.LengthOf(field) / Math.Max(1, Corpus.Count);
        }

        var postings = Array.ConvertAll(Corpus.Having, count => new Posting[count]);
        var filled = new int[postings.Length];
        for (var i = 0; i < _documents.Count; i++)
        {
            foreach (var (term, count) in _counts[i])
            {
                var frequency = 0f;
                for (var field = 0; field < Fields; field++)
                {
                    var length = averages[field] > 0 ? _lengths[i][field] / averages[field] : 1;
                    frequency += Weight[field] * count[field] / (1 - LengthShare[field] + (LengthShare[field] * length));
                }

                postings[term][filled[term]++] = new Posting(i, Idf[term] * frequency * (K1 + 1) / (K1 + frequency));
            }
        }

        return postings;
    }

    [InlineArray(Fields)]
    private struct Counts
    {
        private int first;
    }
}
