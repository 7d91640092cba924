namespace Nexus.Bot.Search;

/// <summary>What the index knows of one thing that can be found.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Names">Other exact names: slug, aliases, abbreviations.</param>
/// <param name="Keywords">Words and phrases it is asked for by that are not names.</param>
/// <param name="Body">Everything else.</param>
internal sealed record SearchDocument(string Title, IReadOnlyList<string> Names, IReadOnlyList<string> Keywords, string Body)
{
    /// <summary>Error lines it explains, with <c>*</c> for what varies.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>What was answered to it: found by, but no part of what it asks.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Which pages of the hub it is near to, where that is compared.</summary>
    public Nearness Near { get; init; } = Nearness.None;

    /// <summary>It is about something that goes wrong: what somebody with an error wants first.</summary>
    public bool SolvesProblem { get; init; }
}
