namespace Nexus.Bot.Search;

/// <summary>A word of a question and what it may stand for in the index.</summary>
/// <param name="Text">As it was understood, for people to read.</param>
/// <param name="Readings">Terms with how sure each is, the surest first; empty for a word the index does not have.</param>
/// <param name="Weight">How much of the question it is.</param>
internal readonly record struct AskedWord(string Text, IReadOnlyList<Reading> Readings, float Weight)
{
    /// <summary>A typing slip was taken out of it.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>It names something the hub is not about.</summary>
    public bool IsElsewhere { get; init; }
}

/// <summary>A term that a word may stand for.</summary>
internal readonly record struct Reading(int Term, float Certainty);
