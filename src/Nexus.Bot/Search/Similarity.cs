using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>
/// A text as weights of its words and of its letters in threes. Two texts are as near as the angles between both are small:
/// words say what they are about, threes of letters forgive spelling and word forms.
/// </summary>
internal sealed class Similarity
{
    private const float WordShare = 0.6f;
    private const int MostCharacters = 4000;

    private readonly Dictionary<int, float> _words = [];
    private readonly Dictionary<int, float> _threes = [];
    private readonly float _wordsLength;
    private readonly float _threesLength;

    public Similarity(string text, Corpus corpus)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        foreach (var word in SearchText.Words(head))
        {
            if (!CommonWords.IsStopWord(word.Text))
            {
                var stem = Stems.Of(word.Text);
                ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, string.GetHashCode(stem, StringComparison.Ordinal), out var known);
                weight += known ? 0 : SearchIndexBuilder.IdfOf(corpus.Count, corpus.CountOf(stem));
            }
        }

        var normal = $" {SearchText.Normalise(head)} ";
        for (var i = 0; i + 3 <= normal.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_threes, string.GetHashCode(normal.AsSpan(i, 3), StringComparison.Ordinal), out _)++;
        }

        _wordsLength = Length(_words);
        _threesLength = Length(_threes);
    }

    /// <summary>From 0, nothing in common, to 1, the same text.</summary>
    public float To(Similarity other) =>
        (WordShare * Cosine(_words, _wordsLength, other._words, other._wordsLength)) +
        ((1 - WordShare) * Cosine(_threes, _threesLength, other._threes, other._threesLength));

    private static float Cosine(Dictionary<int, float> a, float aLength, Dictionary<int, float> b, float bLength)
    {
        if (aLength == 0 || bLength == 0)
        {
            return 0;
        }

        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        var product = 0f;
        foreach (var (key, weight) in few)
        {
            product += weight * many.GetValueOrDefault(key);
        }

        return MathF.Min(1, product / (aLength * bLength));
    }

    private static float Length(Dictionary<int, float> weights) => MathF.Sqrt(weights.Values.Sum(weight => weight * weight));
}
