using Markdig;
using Markdig.Syntax;

namespace Nexus.Bot.Hub;

/// <summary>What a page must keep to so that it can be shown, beyond what its format asks for.</summary>
internal static class PageRules
{
    /// <summary>What would break the page's card; null when nothing does.</summary>
    public static string? FaultOf(HubPage page) =>
        page.Sections.Prepend(new PageSection("example", "Example", page.Example)).Prepend(new PageSection("summary", "Summary", page.Summary))
            .FirstOrDefault(section => HasOpenFence(section.Markdown)) is { } open
            ? $"in “{open.Heading}” a code block begins with ``` and never ends. Put a line with ``` after it."
            : null;

    /// <summary>What would be cut or find no room on the card, unless it was so before.</summary>
    public static string? MisfitOf(HubPage page, HubPage? before) => NewIn(page, before, HubLinterCard.Check).Find(finding => finding.Severity == FindingSeverity.Error)?.Message;

    /// <summary>What the hub's linter has to say that it did not say before: a mentor weighs it.</summary>
    public static IReadOnlyList<string> RemarksOn(HubPage page, HubPage? before) =>
    [
        .. NewIn(page, before, linted =>
        {
            HubLinterBody.Check(linted);
            HubLinterCard.Check(linted);
        }).Select(finding => finding.Message),
    ];

    private static List<HubFinding> NewIn(HubPage page, HubPage? before, Action<LintedPage> check)
    {
        var known = before is null ? [] : Findings(before).Select(finding => finding.Message).ToHashSet();
        return Findings(page).Where(finding => !known.Contains(finding.Message)).DistinctBy(finding => finding.Message).ToList();

        List<HubFinding> Findings(HubPage one)
        {
            var findings = new List<HubFinding>();
            check(new LintedPage(one.Slug, one, findings));
            return findings;
        }
    }

    private static bool HasOpenFence(string markdown) =>
        Markdown.Parse(markdown).Descendants<FencedCodeBlock>().Any(block => block.ClosingFencedCharCount == 0);
}
