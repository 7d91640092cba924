using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>Whose words may be in the newest revision of a page.</summary>
internal static class PageCredits
{
    /// <summary>
    /// The latest author first. The file's own text has none; a revision that brings an earlier text back has that text's, so that
    /// nobody is thanked for words that are gone.
    /// </summary>
    /// <param name="revisions">Of one page in one server, by number.</param>
    public static IReadOnlyList<Snowflake> Of(IEnumerable<PageRevision> revisions)
    {
        var earlier = new Dictionary<string, IReadOnlyList<Snowflake>>(StringComparer.Ordinal);
        IReadOnlyList<Snowflake> credits = [];
        foreach (var revision in revisions)
        {
            credits = revision.Markdown is not { } text ? []
                : earlier.TryGetValue(text, out var known) ? known
                : [.. new[] { revision.AuthorId, revision.CoAuthorId }.OfType<Snowflake>().Concat(credits).Distinct()];
            if (revision.Markdown is { } served)
            {
                earlier.TryAdd(served, credits);
            }
        }

        return credits;
    }
}
