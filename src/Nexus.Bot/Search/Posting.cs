namespace Nexus.Bot.Search;

/// <summary>How much a word counts for a document; everything that does not depend on the question is already in it.</summary>
internal readonly record struct Posting(int Document, float Impact);
