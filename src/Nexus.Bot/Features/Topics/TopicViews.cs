using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What people read about topics.</summary>
internal static class TopicViews
{
    private const int MostButtonsInRow = 5;

    /// <summary>A line of the autocomplete list.</summary>
    public static Suggestion Suggestion(HubPage topic) =>
        new(topic.Aliases is [var first, ..] ? $"{topic.Title} · {first}" : topic.Title, topic.Slug);

    /// <summary>The card of the best topic, the others one press away.</summary>
    public static Reply Answer(HubAnswer.Found found, HubIndex index) =>
        Reply.PublicCard(Card(found.Page, index, found.Others, found.Corrected));

    /// <summary>A topic that somebody came to by a button.</summary>
    public static Reply Shown(HubPage topic, HubIndex index) => Reply.PrivateCard(Card(topic, index, [], null));

    public static Reply Section(HubPage topic, PageSection section) => Reply.PrivateCard(PageCard.Section(topic, section));

    public static Reply NotInTheHub(string query, HubAnswer.NotInTheHub none, HubIndex index)
    {
        var asked = Md.EscapeLine(Md.Cut(query, 100));
        var start = asked.Length == 0
            ? "There is nothing in that question I can look up."
            : $"The hub has no page about “{asked}” yet.";
        return none.Nearest.Count > 0
            ? Reply.Private($"{start} Did you mean:").With([.. none.Nearest.Select(Leading)])
            : index.Featured.Count > 0
                ? Reply.Private($"{start} Try a name or fewer words, or start with one of these:").With([.. index.Featured.Take(3).Select(Leading)])
                : Reply.Private("The hub is empty at the moment. Please tell a mentor.");
    }

    /// <summary>A button outlived its topic or section.</summary>
    public static Reply Gone() =>
        Reply.Private("That page or section is no longer in the hub. `/topic lookup` finds what is.");

    private static Container Card(HubPage topic, HubIndex index, IReadOnlyList<HubPage> others, string? corrected)
    {
        var parts = new List<Component>();
        if (corrected is not null)
        {
            parts.Add(new TextDisplay($"-# Showing results for **{Md.EscapeLine(corrected)}**"));
        }

        parts.AddRange(PageCard.Body(topic));
        parts.Add(new TextDisplay(PageCard.SmallLine(topic)));
        AddRow(parts, PageCard.Sections(topic).Select(section =>
            Control.Button(section.Heading, ShowTopicSectionButton.Spec.For($"{topic.Slug}/{section.Key}"), ButtonStyle.Primary)));
        AddRow(parts, Neighbours(topic, index, others));
        AddRow(parts, topic.Sources.Select(source => Control.Link(source.Title, source.Url.ToString())));
        if (others.Count > 0)
        {
            parts.Add(new TextDisplay("Not what you meant? These fit about as well:"));
            AddRow(parts, others.Select(Leading));
        }

        return new Container(parts) { AccentColor = PageCard.Accent };
    }

    // What to read before, after and beside; each topic once, since a custom id may stand only once in a message.
    private static IEnumerable<Button> Neighbours(HubPage topic, HubIndex index, IReadOnlyList<HubPage> others)
    {
        var seen = others.Append(topic).Select(other => other.Slug).ToHashSet();
        return index.Among(topic.Prerequisites).Select(before => (Topic: before, Label: "First: "))
            .Concat(index.Among(topic.Next).Select(after => (Topic: after, Label: "Next: ")))
            .Concat(index.Among(topic.Related).Select(beside => (Topic: beside, Label: "Related: ")))
            .Where(neighbour => seen.Add(neighbour.Topic.Slug))
            .Select(neighbour => Control.Button(neighbour.Label + neighbour.Topic.Title, ShowTopicButton.Spec.For(neighbour.Topic.Slug)));
    }

    private static Button Leading(HubPage topic) => Control.Button(topic.Title, ShowTopicButton.Spec.For(topic.Slug));

    private static void AddRow(List<Component> parts, IEnumerable<Button> buttons)
    {
        var row = buttons.Take(MostButtonsInRow).ToList<Component>();
        if (row.Count > 0)
        {
            parts.Add(new ActionRow(row));
        }
    }
}
