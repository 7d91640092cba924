using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>Counts words per field and folds BM25F into one number per word and document.</summary>
internal static class SearchIndexBuilder
{
    private const int Title = 0, Keywords = 1, Body = 2, Fields = 3;
    private const float K1 = 1.2f;

    private static readonly float[] Weight = [2f, 2.5f, 1f];
    private static readonly float[] LengthShare = [0.3f, 0.3f, 0.6f];

    public static (Vocabulary Vocabulary, Posting[][] Postings, float[] Idf) Build(IReadOnlyList<SearchDocument> documents)
    {
        var vocabulary = new Vocabulary();
        var counts = new Dictionary<int, Counts>[documents.Count];
        var lengths = new float[documents.Count, Fields];
        var averages = new float[Fields];
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            var count = counts[i] = [];
            lengths[i, Title] = Read(document.Title, Title, count, vocabulary);
            foreach (var keyword in document.Names.Concat(document.Keywords))
            {
                lengths[i, Keywords] += Read(keyword, Keywords, count, vocabulary);
            }

            lengths[i, Body] = Read(document.Body, Body, count, vocabulary);
            for (var field = 0; field < Fields; field++)
            {
                averages[field] += lengths[i, field] / documents.Count;
            }
        }

        vocabulary.Seal();
        var lists = new List<Posting>[vocabulary.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var (term, count) in counts[i])
            {
                var frequency = 0f;
                for (var field = 0; field < Fields; field++)
                {
                    var length = averages[field] > 0 ? lengths[i, field] / averages[field] : 1;
                    frequency += Weight[field] * count[field] / (1 - LengthShare[field] + (LengthShare[field] * length));
                }

                (lists[term] ??= []).Add(new Posting(i, frequency * (K1 + 1) / (K1 + frequency)));
            }
        }

        var idf = new float[lists.Length];
        var postings = new Posting[lists.Length][];
        for (var term = 0; term < lists.Length; term++)
        {
            var list = lists[term];
            idf[term] = Idf(documents.Count, list.Count);
            postings[term] = [.. list.Select(posting => posting with { Impact = posting.Impact * idf[term] })];
        }

        return (vocabulary, postings, idf);
    }

    public static float Idf(int documents, int having) =>
        MathF.Log(1 + ((documents - having + 0.5f) / (having + 0.5f)));

    private static int Read(string text, int field, Dictionary<int, Counts> counts, Vocabulary vocabulary)
    {
        var length = 0;
        foreach (var word in SearchText.Words(text))
        {
            length++;
            Count(word.Text);
            foreach (var part in word.Parts ?? [])
            {
                Count(part);
            }
        }

        return length;

        void Count(string word)
        {
            if (!CommonWords.IsStopWord(word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, vocabulary.Add(word, named: field != Body), out _)[field]++;
            }
        }
    }

    [System.Runtime.CompilerServices.InlineArray(Fields)]
    private struct Counts
    {
        private int first;
    }
}
