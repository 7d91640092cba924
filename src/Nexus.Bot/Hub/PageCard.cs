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

    private const string SummaryKey = "summary";
    private const string ExampleKey = "example";
    private const string FixKey = "fix";
    private const int MostThanked = 3;
    private const int MostSummary = 1700;
    private const int MostSection = 3600;

    // Below this a cut example is of no use.
    private const int LeastWork = 200;

    /// <summary>Title and summary, then what to do: the example, or of a challenge without one the fix.</summary>
    /// <param name="most">Characters in all.</param>
    public static IReadOnlyList<Component> Body(HubPage page, int most = MostBody)
    {
        var start = Start(page);
        var room = most - start.Length;
        var work = page.Example.Length > 0 ? PageCut.Fit(page.Example, Math.Max(room, LeastWork))
            : FixOnCard(page, most) is { } fix ? OnCard(fix)
            : "";
        return work.Length == 0
            ? [new TextDisplay(start)]
            : [new TextDisplay(start), new Separator(), new TextDisplay(work)];
    }

    /// <summary>The sections that are one press away: what is not on the card, and what had to be cut there.</summary>
    public static IEnumerable<PageSection> Sections(HubPage page, int most = MostBody)
    {
        var onCard = FixOnCard(page, most);
        return new[]
            {
                page.Summary.Length > MostSummary ? WholeSummary(page) : null,
                page.Example.Length > most - Start(page).Length ? WholeExample(page) : null,
            }
            .OfType<PageSection>()
            .Concat(page.Sections.Where(section => section != onCard));
    }

    /// <summary>The section with this key or, since custom ids are short, the first whose key begins with it.</summary>
    public static PageSection? Find(HubPage page, string key) => key switch
    {
        "" => null,
        SummaryKey => WholeSummary(page),
        ExampleKey => WholeExample(page),
        _ => page.Section(key) ?? page.Sections.FirstOrDefault(section => section.Key.StartsWith(key, StringComparison.Ordinal)),
    };

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

    private static string Start(HubPage page) => $"## {Md.EscapeLine(page.Title)}\n{PageCut.Fit(page.Summary, MostSummary)}";

    private static string OnCard(PageSection fix) => $"**{Md.EscapeLine(fix.Heading)}**\n{fix.Markdown}";

    /// <summary>The same, and below it who wrote the page.</summary>
    public static string SmallLines(HubPage page)
    {
        if (page.Credits.Count == 0)
        {
            return SmallLine(page);
        }

        var named = page.Credits.Count > MostThanked
            ? [.. page.Credits.Take(MostThanked).Select(Md.User), "others"]
            : page.Credits.Select(Md.User).ToList();
        return $"{SmallLine(page)}\n-# with thanks to {(named.Count == 1 ? named[0] : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}")}";
    }

    private static PageSection? FixOnCard(HubPage page, int most) =>
        page.Kind == PageKind.Challenge && page.Example.Length == 0 && page.Section(FixKey) is { } fix
            && OnCard(fix).Length <= most - Start(page).Length
            ? fix
            : null;

    private static PageSection WholeSummary(HubPage page) => new(SummaryKey, "The whole summary", page.Summary);

    private static PageSection? WholeExample(HubPage page) =>
        page.Example.Length > 0 ? new PageSection(ExampleKey, "The whole example", page.Example) : null;
}
