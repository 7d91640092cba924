using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>The page of the hub that was made of a question.</summary>
internal static class QuestionPage
{
    private const string Prefix = "question:";

    public static string OriginOf(long question) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{question}");

    /// <summary>Null when it was made of something else.</summary>
    public static long? QuestionOf(string? origin) =>
        origin?.StartsWith(Prefix, StringComparison.Ordinal) == true && long.TryParse(origin.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Its slug once a mentor has published it; null before.</summary>
    public static Task<string?> SlugOfAsync(NexusDb db, Question question, CancellationToken ct)
    {
        var origin = OriginOf(question.Id);
        return db.In<PageSuggestion>(question.GuildId)
            .Where(it => it.Origin == origin && it.State == SuggestionState.Approved)
            .Select(it => it.Slug)
            .SingleOrDefaultAsync(ct);
    }
}
