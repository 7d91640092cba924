namespace Nexus.Bot.Search;

/// <summary>
/// How many documents there are and how many have a word: what scores rest on. A small new index counts in the large
/// older one beside it, so that the scores of both can be compared.
/// </summary>
/// <param name="Having">By term of the vocabulary.</param>
/// <param name="Lengths">Words by field, over all documents.</param>
internal sealed record Corpus(Vocabulary Vocabulary, int Documents, int[] Having, float[] Lengths, Corpus? Elders)
{
    /// <summary>Documents here and in the elders.</summary>
    public int Count => Documents + (Elders?.Count ?? 0);

    /// <summary>How many of them have the stem.</summary>
    public int CountOf(string stem) =>
        (Vocabulary.FindStem(stem) is >= 0 and var term ? Having[term] : 0) + (Elders?.CountOf(stem) ?? 0);

    /// <summary>How many words a field of them has in all.</summary>
    public float LengthOf(int field) => Lengths[field] + (Elders?.LengthOf(field) ?? 0);

    /// <summary>Whether any of them has the word.</summary>
    public bool Knows(string word) => Vocabulary.Find(word) >= 0 || (Elders?.Knows(word) ?? false);
}
