namespace Nexus.Bot.Search;

/// <summary>What the index knows of one thing that can be found.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Names">Other exact names: slug, aliases, abbreviations.</param>
/// <param name="Keywords">Words it should be found by that are not names, such as tags.</param>
/// <param name="Body">Everything else.</param>
internal sealed record SearchDocument(string Title, IReadOnlyList<string> Names, IReadOnlyList<string> Keywords, string Body);
