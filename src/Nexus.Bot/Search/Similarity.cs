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
    private readonly float _wordsLength;
    private readonly Threes _threes;

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

        _wordsLength = MathF.Sqrt(_words.Values.Sum(weight => weight * weight));
        _threes = new Threes(head);
    }

    /// <summary>From 0, nothing in common, to 1, the same text.</summary>
    public float To(Similarity other) => (WordShare * Words(other)) + ((1 - WordShare) * _threes.To(other._threes));

    private float Words(Similarity other)
    {
        if (_wordsLength == 0 || other._wordsLength == 0)
        {
            return 0;
        }

        var (few, many) = _words.Count <= other._words.Count ? (_words, other._words) : (other._words, _words);
        var product = 0f;
        foreach (var (word, weight) in few)
        {
            product += weight * many.GetValueOrDefault(word);
        }

        return MathF.Min(1, product / (_wordsLength * other._wordsLength));
    }
}
