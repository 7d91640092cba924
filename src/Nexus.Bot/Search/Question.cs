namespace Nexus.Bot.Search;

/// <summary>A question as an index understands it.</summary>
internal sealed class Question
{
    /// <summary>The words that say something, each once.</summary>
    public List<AskedWord> Words { get; } = [];

    /// <summary>The terms in the order of the question without stop words, -1 for a word the index does not have.</summary>
    public List<int> Sequence { get; } = [];

    /// <summary>The same with stop words.</summary>
    public List<int> Surface { get; } = [];

    /// <summary>Where in <see cref="Surface"/> each of <see cref="Sequence"/> stands.</summary>
    public List<int> Places { get; } = [];

    /// <summary>The words as understood.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    public bool IsCorrected => Words.Exists(word => word.IsCorrected);

    /// <summary>Whether every word is one the index has as it was typed.</summary>
    public bool IsKnown => !Words.Exists(word => word.IsCorrected || word.Readings.Count == 0);

    public bool IsElsewhere => Words.Exists(word => word.IsElsewhere);

    /// <summary>Whether nothing in it can be looked up.</summary>
    public bool IsEmpty => Words.Count == 0 && Surface.TrueForAll(term => term < 0);

    /// <summary>The next word has this term.</summary>
    public void Follow(int term)
    {
        Sequence.Add(term);
        Places.Add(Surface.Count);
        Surface.Add(term);
    }

    /// <summary>The next word is a stop word; its term matters only inside names and keywords.</summary>
    public void Pass(int term) => Surface.Add(term);
}
