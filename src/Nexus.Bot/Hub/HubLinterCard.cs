using Nexus.Discord.Model;

namespace Nexus.Bot.Hub;

/// <summary>Whether a page fits what people are shown: nothing is cut, every button has room.</summary>
internal static class HubLinterCard
{
    private const int MostSummary = 1600;
    private const int MostExample = 1700;
    private const int MostSection = 3400;
    private const int MostButtonsInRow = 5;
    private const int MostLabel = 80;
    private const string LongestPrefix = "Related: ";

    public static void Check(LintedPage file)
    {
        var page = file.Page;
        CheckLength(file, "Summary", page.Summary, MostSummary);
        CheckLength(file, "Example", page.Example, MostExample);
        foreach (var section in page.Sections)
        {
            CheckLength(file, section.Heading, section.Markdown, MostSection);
            if (!Texts([PageCard.Section(page, section)]).Contains(section.Markdown, StringComparison.Ordinal))
            {
                file.Error(null, $"the section '## {section.Heading}' does not fit its card and would be cut; shorten it.");
            }
        }

        var body = Texts(PageCard.Body(page));
        if (!body.Contains(page.Summary, StringComparison.Ordinal) || !body.Contains(page.Example, StringComparison.Ordinal))
        {
            file.Error(null, $"summary and example together do not fit the card ({PageCard.MostBody} characters) and would be cut; shorten one.");
        }

        if (page.Sources.Count > MostButtonsInRow)
        {
            file.Error(file.LineOf("sources"), $"the card has room for {MostButtonsInRow} sources.");
        }

        if (LongestPrefix.Length + page.Title.Length > MostLabel)
        {
            file.Error(file.LineOf("title"), $"the title is too long for a button; at most {MostLabel - LongestPrefix.Length} characters fit.");
        }
    }

    private static void CheckLength(LintedPage file, string heading, string markdown, int most)
    {
        if (markdown.Length > most)
        {
            file.Warning(null, $"'## {heading}' has {markdown.Length} characters; {most} leave room for the rest of the card.");
        }
    }

    private static string Texts(IEnumerable<Component> components) => string.Join('\n', components.SelectMany(component => component switch
    {
        TextDisplay text => [text.Content],
        Container container => [Texts(container.Components)],
        _ => (IEnumerable<string>)[],
    }));
}
