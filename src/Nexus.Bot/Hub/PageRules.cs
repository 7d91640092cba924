using Markdig;
using Markdig.Syntax;

namespace Nexus.Bot.Hub;

/// <summary>What a page must keep to so that it can be shown, beyond what its format asks for.</summary>
internal static class PageRules
{
    /// <summary>The first thing to change, or null.</summary>
    public static string? FaultOf(HubPage page) =>
        page.Sections.Prepend(new PageSection("example", "Example", page.Example)).Prepend(new PageSection("summary", "Summary", page.Summary))
            .FirstOrDefault(section => HasOpenFence(section.Markdown)) is { } open
            ? $"in “{open.Heading}” a code block begins with ``` and never ends. Put a line with ``` after it."
            : null;

    /// <summary>Whether a code block is still open where the text ends.</summary>
    public static bool HasOpenFence(string markdown) =>
        Markdown.Parse(markdown).Descendants<FencedCodeBlock>().Any(block => block.ClosingFencedCharCount == 0);
}
