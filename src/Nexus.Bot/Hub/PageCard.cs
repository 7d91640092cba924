using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Hub;

/// <summary>A page's words as people see them: on its card, in a preview before a change is approved, and where limits are checked.</summary>
internal static class PageCard
{
    public const int Accent = 0x3BA55D;

    /// <summary>Discord counts characters over all texts of a message.</summary>
    public const int MostText = 4000;

    /// <summary>What the words below leave for everything around them.</summary>
    public const int MostBody = 3500;

    private const int MostSummary = 1700;
    private const int MostSection = 3600;
    private const string Fix = "fix";

    /// <summary>Title and summary, then what to do: the example, or of a challenge without one the fix.</summary>
    /// <param name="most">Characters in all.</param>
    public static IReadOnlyList<Component> Body(HubPage page, int most = MostBody)
    {
        var start = $"## {Md.EscapeLine(page.Title)}\n{PageCut.Fit(page.Summary, MostSummary)}";
        var work = page.Example.Length > 0 ? page.Example
            : FixOnCard(page) is { } fix ? $"**{Md.EscapeLine(fix.Heading)}**\n{fix.Markdown}"
            : "";
        return work.Length == 0
            ? [new TextDisplay(start)]
            : [new TextDisplay(start), new Separator(), new TextDisplay(PageCut.Fit(work, most - start.Length))];
    }

    /// <summary>The sections that are one press away.</summary>
    public static IEnumerable<PageSection> Sections(HubPage page)
    {
        var onCard = FixOnCard(page);
        return page.Sections.Where(section => section != onCard);
    }

    /// <summary>One section on its own.</summary>
    public static Container Section(HubPage page, PageSection section) => new(
    [
        new TextDisplay($"### {Md.EscapeLine(page.Title)} · {Md.EscapeLine(section.Heading)}\n{PageCut.Fit(section.Markdown, MostSection)}"),
        new TextDisplay($"-# hub: {page.Slug}"),
    ])
    { AccentColor = Accent };

    /// <summary>By this line people and scripts quote the page.</summary>
    public static string SmallLine(HubPage page) => string.Create(
        CultureInfo.InvariantCulture,
        $"-# hub: {page.Slug} · {page.Level.ToString().ToLowerInvariant()} · reviewed {page.LastReviewed:d MMM yyyy}");

    private static PageSection? FixOnCard(HubPage page) =>
        page.Kind == PageKind.Challenge && page.Example.Length == 0 && page.Section(Fix) is { } fix
            && fix.Markdown.Length <= MostBody - MostSummary - 100
            ? fix
            : null;
}
