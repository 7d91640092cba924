using System.Buffers;
using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>Adds up what every document has of one question.</summary>
internal sealed class Tally : IDisposable
{
    private const float PhraseWeight = 1.4f;
    private const float CoverageShare = 0.2f;

    // A question that is a name but for a slip or a stop word.
    private const float NameWeight = 8;
    private const float SlipShare = 0.85f;

    private const float ProblemShare = 1.15f;
    private const float WholeSignature = 12;
    private const float SignatureWords = 6;

    // Names and keywords of which the question has most, but not all.
    private const int MostFits = 3;
    private const float FitWeight = 1.5f;
    private const float KeywordFit = 0.8f;
    private const float NextFit = 0.5f;

    private readonly Question _question;
    private readonly float[] _idf;
    private readonly int _count;
    private readonly float[] _scores;
    private readonly float[] _matched;
    private readonly float[] _ofWord;
    private readonly Dictionary<int, Taken> _phrases = [];
    private readonly float _whole;

    public Tally(int count, Question question, Posting[][] postings, float[] idf)
    {
        _question = question;
        _idf = idf;
        _count = count;
        _scores = Rent();
        _matched = Rent();
        _ofWord = Rent();
        foreach (var word in question.Words)
        {
            _whole += word.Weight;
            Add(word, postings);
        }

        // Only stop words: what can be found are names such as "one to one".
        if (question.Words.Count == 0)
        {
            _whole = question.Surface.Count;
        }
    }

    /// <summary>
    /// Names and keywords that stand in the question as a whole, each place in the question once a document: as they are,
    /// then without stop words.
    /// </summary>
    public void AddPhrases(PhraseIndex phrases)
    {
        AddPhrases(_question.Surface, null, phrases);
        AddPhrases(_question.Sequence, _question.Places, phrases);
    }

    /// <summary>An error line that the question has, the first being the likeliest.</summary>
    public void AddSignature(SignatureHit hit, int order) =>
        _scores[hit.Document] += (hit.IsWhole ? WholeSignature : SignatureWords * hit.Score) / (1 + order);

    /// <summary>The question is an error: documents about what goes wrong come first of those that fit as well.</summary>
    public void Prefer(IReadOnlyList<int> documents)
    {
        foreach (var document in documents)
        {
            _scores[document] *= ProblemShare;
        }
    }

    /// <summary>The question is nearly a name of the document.</summary>
    public void AddName(int document, int slips) => _scores[document] += NameWeight * MathF.Pow(SlipShare, slips);

    /// <summary>The best documents, best first.</summary>
    public List<SearchHit> Best(int most)
    {
        var best = new List<SearchHit>(most + 1);
        for (var document = 0; document < _count; document++)
        {
            if (_scores[document] <= 0)
            {
                continue;
            }

            var hit = new SearchHit(document, _scores[document] * (1 - CoverageShare + (CoverageShare * _matched[document] / _whole)));
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

    /// <summary>Looks at the best documents again: one that has a name or keyword nearly whole in the question is more than one that has its words here and there.</summary>
    public void Refine(List<SearchHit> hits, Phrase[][] phrases)
    {
        var asked = new Dictionary<int, ulong>();
        for (var i = 0; i < _question.Surface.Count; i++)
        {
            if (_question.Surface[i] is >= 0 and var term)
            {
                asked.TryAdd(term, Place(i));
            }
        }

        var fitted = CollectionsMarshal.AsSpan(hits);
        foreach (ref var hit in fitted)
        {
            var taken = 0UL;
            for (var fit = 0; fit < MostFits; fit++)
            {
                var (weight, places) = BestFit(phrases[hit.Document], asked, taken);
                taken |= places;
                hit = hit with { Score = hit.Score + (fit == 0 ? weight : NextFit * weight) };
            }
        }

        fitted.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Document.CompareTo(b.Document));
    }

    /// <summary>The share of the question's weight that a document has.</summary>
    public float Coverage(int document) => _matched[document] / _whole;

    /// <summary>What speaks for a document.</summary>
    public Evidence For(int document, Vocabulary vocabulary)
    {
        var evidence = new Evidence
        {
            Coverage = Coverage(document),
            Strength = _scores[document] / _whole,
            Phrases = _phrases.GetValueOrDefault(document).Weight,
            Words = _question.Words.Count,
        };
        foreach (var word in _question.Words)
        {
            _ = (word, word.Readings) switch
            {
                ({ IsElsewhere: true }, _) => Elsewhere.IsLife(word.Text) ? evidence.Life++ : evidence.OtherTechnologies++,
                (_, []) => CommonWords.IsEveryday(word.Text) ? evidence.Everyday++ : evidence.Unknown++,
                (_, [var reading, ..]) when !CommonWords.IsEveryday(word.Text) => vocabulary.Place(reading.Term) switch
                {
                    WordPlace.Name => evidence.InNames++,
                    WordPlace.Keyword => evidence.InKeywords++,
                    _ => evidence.InTexts++,
                },
                _ => 0,
            };
        }

        return evidence;
    }

    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(_scores);
        ArrayPool<float>.Shared.Return(_matched);
        ArrayPool<float>.Shared.Return(_ofWord);
    }

    // Per document the best reading of the word counts, not their sum.
    private void Add(AskedWord word, Posting[][] postings)
    {
        foreach (var (term, certainty) in word.Readings)
        {
            foreach (var posting in postings[term])
            {
                var impact = certainty * posting.Impact;
                ref var had = ref _ofWord[posting.Document];
                if (had == 0)
                {
                    // Surest first, so a later reading cannot have more of the word.
                    _matched[posting.Document] += certainty * word.Weight;
                }

                if (impact > had)
                {
                    _scores[posting.Document] += impact - had;
                    had = impact;
                }
            }
        }

        foreach (var (term, _) in word.Readings)
        {
            foreach (var posting in postings[term])
            {
                _ofWord[posting.Document] = 0;
            }
        }
    }

    private void AddPhrases(List<int> sequence, List<int>? at, PhraseIndex phrases)
    {
        var terms = CollectionsMarshal.AsSpan(sequence);
        for (var length = Math.Min(PhraseIndex.Longest, terms.Length); length > 0; length--)
        {
            for (var from = 0; from + length <= terms.Length; from++)
            {
                var part = terms.Slice(from, length);
                if (!part.Contains(-1))
                {
                    foreach (var entry in phrases.Find(part))
                    {
                        AddPhrase(entry, part, from, at);
                    }
                }
            }
        }
    }

    private void AddPhrase(PhraseIndex.Entry entry, ReadOnlySpan<int> terms, int from, List<int>? at)
    {
        ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(_phrases, entry.Document, out _);
        var weight = 0f;
        for (var i = 0; i < terms.Length; i++)
        {
            var place = Place(at is null ? from + i : at[from + i]);
            if ((taken.Places & place) == 0)
            {
                taken.Places |= place;
                weight += entry.Share * _idf[terms[i]];
            }
        }

        taken.Weight += weight;
        _scores[entry.Document] += PhraseWeight * weight;
    }

    private (float Weight, ulong Places) BestFit(Phrase[] phrases, Dictionary<int, ulong> asked, ulong taken)
    {
        var best = (Weight: 0f, Places: 0UL);
        foreach (var phrase in phrases)
        {
            float has = 0, whole = 0;
            var places = 0UL;
            foreach (var term in phrase.Terms)
            {
                whole += _idf[term];
                if (asked.TryGetValue(term, out var place) && (taken & place) == 0)
                {
                    has += _idf[term];
                    places |= place;
                }
            }

            var weight = FitWeight * has * has * has / (whole * whole) * (phrase.IsName ? 1 : KeywordFit);
            if (weight > best.Weight)
            {
                best = (weight, places);
            }
        }

        return best;
    }

    private static ulong Place(int at) => at < 64 ? 1UL << at : 0;

    private float[] Rent()
    {
        var array = ArrayPool<float>.Shared.Rent(_count);
        array.AsSpan(0, _count).Clear();
        return array;
    }

    private struct Taken
    {
        public ulong Places;
        public float Weight;
    }
}
