using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What stands around a page's own words on its card.</summary>
internal sealed record TopicFrame
{
    /// <summary>Pages that fit the question about as well.</summary>
    public IReadOnlyList<HubPage> Others { get; init; } = [];

    /// <summary>How the question was read when a slip was corrected.</summary>
    public string? Corrected { get; init; }

    /// <summary>What goes on around the page.</summary>
    public IReadOnlyList<PageActivity> Activity { get; init; } = [];

    /// <summary>In a server people can vote and mark pages as read.</summary>
    public bool IsInServer { get; init; }

    /// <summary>Off where the buttons would lead to another text than the one shown.</summary>
    public bool HasButtons { get; init; } = true;
}

/// <summary>The card of one page: at most 40 components and 4000 characters, whatever is on it.</summary>
internal static class TopicCard
{
    private const int MostButtonsInRow = 5;
    private const int MostSectionButtons = 8;
    private const int MostSectionsInSelect = 25;
    private const int MostOthers = 3;
    private const int MostActivity = 3;
    private const int MostActivityText = 150;
    private const int MostCorrected = 150;

    // For what is written above a card that is handed over.
    private const int Greeting = 200;

    private const string OthersText = "Not what you meant? These fit about as well:";
    private const string HelpfulText = "-# Was this helpful?";

    public static Container Of(HubPage page, HubIndex hub, TopicFrame frame)
    {
        var corrected = frame.Corrected is { } read ? $"-# Showing results for **{Md.EscapeLine(Md.Cut(read, MostCorrected / 2))}**" : "";
        var activity = Activity(frame.Activity);
        var small = PageCard.SmallLines(page);
        var most = Math.Min(PageCard.MostBody, PageCard.MostText - Greeting - corrected.Length - activity.Length - small.Length - OthersText.Length - HelpfulText.Length);

        var parts = new List<Component>();
        AddText(parts, corrected);
        parts.AddRange(PageCard.Body(page, most));
        AddText(parts, activity);
        AddText(parts, small);
        if (frame.HasButtons)
        {
            AddSections(parts, page, [.. PageCard.Sections(page, most)]);
            AddRow(parts, Neighbours(page, hub, frame.Others));
        }

        AddRow(parts, page.Sources.Select(source => Control.Link(source.Title, source.Url.ToString())));
        if (frame.Others.Count > 0)
        {
            AddText(parts, OthersText);
            AddRow(parts, frame.Others.Take(MostOthers).Select(other => PageButtons.Show(other)));
        }

        if (frame.IsInServer)
        {
            AddText(parts, HelpfulText);
            AddRow(parts,
            [
                Control.Button("👍 Helpful", RateTopicButton.Spec.For($"{RateTopicButton.Yes}/{page.Slug}")),
                Control.Button("👎 Not helpful", RateTopicButton.Spec.For($"{RateTopicButton.No}/{page.Slug}")),
                Control.Button("Mark as read", MarkAsReadButton.Spec.For(page.Slug)),
            ]);
        }

        return new Container(parts) { AccentColor = PageCard.Accent };
    }

    private static string Activity(IReadOnlyList<PageActivity> activity) => string.Join('\n', activity
        .Take(MostActivity)
        .Where(line => line.Text.Length + (line.Url?.AbsoluteUri.Length ?? 0) <= MostActivityText)
        .Select(line => line.Url is { } url ? $"▸ {line.Text}: {url.AbsoluteUri}" : $"▸ {line.Text}"));

    private static void AddSections(List<Component> parts, HubPage page, IReadOnlyList<PageSection> sections)
    {
        if (sections.Count > MostSectionButtons)
        {
            parts.Add(Control.Row(new StringSelect
            {
                CustomId = ShowTopicSectionSelect.Spec.For(page.Slug),
                Placeholder = "Read on…",
                Options = [.. sections.Take(MostSectionsInSelect).Select(section => new SelectOption(section.Heading, section.Key))],
            }));
            return;
        }

        // Two even rows rather than five and one.
        var inRow = sections.Count > MostButtonsInRow ? (sections.Count + 1) / 2 : MostButtonsInRow;
        foreach (var row in sections.Chunk(inRow))
        {
            AddRow(parts, row.Select(section =>
                Control.Button(section.Heading, ShowTopicSectionButton.For(page, section), ButtonStyle.Primary)));
        }
    }

    // What to read before, after and beside; each page once, since a custom id may stand only once in a message.
    private static IEnumerable<Button> Neighbours(HubPage page, HubIndex hub, IReadOnlyList<HubPage> others)
    {
        var seen = others.Take(MostOthers).Append(page).Select(other => other.Slug).ToHashSet();
        return hub.Among(page.Prerequisites).Select(before => (Page: before, Label: "First: "))
            .Concat(hub.Among(page.Next).Select(after => (Page: after, Label: "Next: ")))
            .Concat(hub.Among(page.Related).Select(beside => (Page: beside, Label: "Related: ")))
            .Where(neighbour => seen.Add(neighbour.Page.Slug))
            .Select(neighbour => PageButtons.Show(neighbour.Page, neighbour.Label + neighbour.Page.Title));
    }

    private static void AddText(List<Component> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new TextDisplay(text));
        }
    }

    private static void AddRow(List<Component> parts, IEnumerable<Button> buttons)
    {
        var row = buttons.Take(MostButtonsInRow).ToList<Component>();
        if (row.Count > 0)
        {
            parts.Add(new ActionRow(row));
        }
    }
}
