namespace Nexus.Bot.Search;

/// <summary>A name or a keyword of a document, as the terms in it.</summary>
internal readonly record struct Phrase(int[] Terms, bool IsName);
