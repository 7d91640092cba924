using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>The form for a page that is not there yet.</summary>
internal static class NewPageFields
{
    public const string Title = "title", Kind = "kind", Summary = "summary", Body = "body", Sources = "sources";

    private const int MostSummary = 1500;

    /// <param name="title">What was looked for, as a start.</param>
    public static IReadOnlyList<PartField> All(string title) =>
    [
        new(Title, "Title", PageParts.MostTitle, Md.Cut(Md.Line(title), PageParts.MostTitle)) { IsRequired = true },
        new(Kind, "Kind", PageParts.MostTitle, PageParts.Lower(PageKind.Topic)) { Choices = PageParts.All<PageKind>(), IsRequired = true, Hint = "A challenge is a problem you met: symptom, cause, fix" },
        new(Summary, "Summary", MostSummary, "") { IsLong = true, IsRequired = true, Hint = "Two or three sentences that answer the question" },
        new(Body, "More", PageParts.Most, "") { IsLong = true, Hint = "Sections start with a line such as: ## Example. Code goes between two lines of ```" },
        new(Sources, "Sources", PageParts.Most, "") { IsLong = true, Hint = "One a line: title | https://…" },
    ];
}
