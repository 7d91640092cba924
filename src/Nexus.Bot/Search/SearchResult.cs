namespace Nexus.Bot.Search;

/// <summary>How sure the index is of what it found.</summary>
internal enum SearchVerdict
{
    /// <summary>The question is a name of the first hit.</summary>
    Exact,

    /// <summary>The first hit answers the question.</summary>
    Confident,

    /// <summary>The first hit answers the question, and others may as well.</summary>
    Unsure,

    /// <summary>Nothing here answers the question; hits are only the nearest names.</summary>
    None,
}

/// <summary>One found document, by its position in the list the index was built from.</summary>
internal readonly record struct SearchHit(int Document, float Score);

/// <summary>What a question found, best first.</summary>
/// <param name="Corrected">The words as they were understood when a typing slip was corrected, else null.</param>
internal sealed record SearchResult(SearchVerdict Verdict, IReadOnlyList<SearchHit> Hits, string? Corrected);
