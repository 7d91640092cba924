using System.Globalization;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>What solved a question before it was posted, as it is kept: <c>question:12</c> or <c>page:celery-retries</c>.</summary>
internal static class HelpSource
{
    private const string Question = "question:";
    private const string Page = "page:";

    public static string Of(long question) => string.Create(CultureInfo.InvariantCulture, $"{Question}{question}");

    public static string Of(string slug) => Page + slug;

    /// <summary>The question's id, or null.</summary>
    public static long? QuestionIn(string source) =>
        source.StartsWith(Question, StringComparison.Ordinal) && long.TryParse(source.AsSpan(Question.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The page's slug, or null.</summary>
    public static string? PageIn(string source) => source.StartsWith(Page, StringComparison.Ordinal) ? source[Page.Length..] : null;
}
