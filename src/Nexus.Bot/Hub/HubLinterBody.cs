using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Nexus.Bot.Hub;

/// <summary>Headings, lengths, and what Discord does not show.</summary>
internal static partial class HubLinterBody
{
    private const int LeastProse = 250;
    private const int MostWords = 700;

    private const string Summary = "Summary", Example = "Example", Mistakes = "Common mistakes", WhenNot = "When not to use it";
    private const string Frontend = "How the frontend sees it", Backend = "How the backend sees it";

    private static readonly string[] s_page = [Summary, Example, Mistakes, WhenNot, Frontend];
    private static readonly string[] s_challenge = [Summary, Example, "Symptom", "Cause", "Fix", Mistakes, WhenNot, Frontend];

    private static readonly HashSet<string> s_languages = new(StringComparer.Ordinal)
    {
        "python", "yaml", "json", "bash", "sql", "dockerfile", "graphql", "http", "ini", "toml", "html", "javascript", "diff", "text",
    };

    public static void Check(LintedPage file)
    {
        CheckHeadings(file);
        CheckWords(file);
        CheckFences(file);
        CheckBlocks(file);
        CheckInlines(file);
    }

    private static void CheckHeadings(LintedPage file)
    {
        var wanted = file.Page.Kind == PageKind.Challenge ? s_challenge : s_page;
        var headings = file.Body.OfType<HeadingBlock>().Where(heading => heading.Level <= 2).Select(heading => (Text: TextOf(file, heading), Line: file.LineOf(heading))).ToList();
        // For frontend learners the other side is the backend.
        if (file.Page.Kind == PageKind.Guide && headings.Exists(heading => heading.Text == Backend))
        {
            wanted = [.. wanted.Select(heading => heading == Frontend ? Backend : heading)];
        }

        foreach (var missing in wanted.Where(heading => heading != Example && !headings.Exists(it => it.Text == heading)))
        {
            file.Error(null, $"the section '## {missing}' is missing.");
        }

        var place = -1;
        foreach (var (text, line) in headings)
        {
            var at = Array.IndexOf(wanted, text);
            if (at < 0)
            {
                file.Error(line, $"'## {text}' is no heading of a {file.Page.Kind.ToString().ToLowerInvariant()}; they are: {string.Join(", ", wanted)}.");
            }
            else if (at < place)
            {
                file.Error(line, $"'## {text}' comes too late; the order is: {string.Join(", ", wanted)}.");
            }

            place = Math.Max(place, at);
        }

        foreach (var heading in file.Body.Descendants<HeadingBlock>().Where(heading => heading.Level != 2))
        {
            file.Error(file.LineOf(heading), $"headings are written '## {TextOf(file, heading)}'; larger and smaller ones have no place on a card.");
        }

        if (file.Body.FirstOrDefault() is { } first and not HeadingBlock)
        {
            file.Error(file.LineOf(first), "text before the first heading is not shown.");
        }

        foreach (var section in file.Page.Sections.Where(section => section.Markdown.Length == 0))
        {
            file.Error(headings.Find(heading => heading.Text == section.Heading).Line, $"the section '## {section.Heading}' is empty.");
        }
    }

    private static void CheckWords(LintedPage file)
    {
        var (prose, all) = (0, 0);
        var fences = file.Fences.Select(fence => (From: fence.Span.Start, To: fence.Span.End)).ToList();
        var at = 0;
        foreach (var line in file.BodyText.Split('\n'))
        {
            var isCode = fences.Exists(fence => fence.From <= at + line.Length - line.TrimStart().Length && at <= fence.To);
            at += line.Length + 1;
            var words = line.StartsWith("##", StringComparison.Ordinal) && !isCode || line.TrimStart().StartsWith("```", StringComparison.Ordinal)
                ? 0
                : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
            (prose, all) = (prose + (isCode ? 0 : words), all + words);
        }

        if (prose < LeastProse)
        {
            file.Error(null, $"the prose has {prose} words outside of code; at least {LeastProse} make a useful page.");
        }

        if (all > MostWords)
        {
            file.Error(null, $"the page has {all} words; at most {MostWords} are read.");
        }
    }

    private static void CheckFences(LintedPage file)
    {
        foreach (var fence in file.Fences)
        {
            var line = file.LineOf(fence);
            if (fence.FencedChar != '`' || fence.OpeningFencedCharCount != 3)
            {
                file.Error(line, "a code block starts and ends with three backticks; Discord knows no other.");
            }
            else if (fence.ClosingFencedCharCount == 0)
            {
                file.Error(line, "the code block is not closed.");
            }
            else if (string.IsNullOrEmpty(fence.Info))
            {
                file.Error(line, "the code block needs its language: ```python, or ```text for output.");
            }
            else if (!s_languages.Contains(fence.Info + fence.Arguments))
            {
                file.Error(line, $"'{fence.Info}{(string.IsNullOrEmpty(fence.Arguments) ? "" : " " + fence.Arguments)}' is none of the hub's languages: {string.Join(", ", s_languages)}.");
            }

            if (fence.Lines.ToString().Trim().Length == 0)
            {
                file.Error(line, "the code block is empty.");
            }
        }
    }

    private static void CheckBlocks(LintedPage file)
    {
        foreach (var block in file.Body.Descendants())
        {
            switch (block)
            {
                case HtmlBlock:
                    file.Error(file.LineOf(block), "Discord shows HTML as it is typed; put it into backticks or a code block.");
                    break;
                case CodeBlock and not FencedCodeBlock:
                    file.Error(file.LineOf(block), "indented code is no code block in Discord; put it between ``` lines.");
                    break;
                case ThematicBreakBlock:
                    file.Error(file.LineOf(block), "Discord draws no line for '---'; leave it out.");
                    break;
                case ParagraphBlock when IsTable(Source(file, block)):
                    file.Error(file.LineOf(block), "Discord has no tables; use a list.");
                    break;
                case ParagraphBlock when Footnote().IsMatch(InlineCode().Replace(Source(file, block), "")):
                    file.Error(file.LineOf(block), "Discord has no footnotes; say it in the text.");
                    break;
            }
        }
    }

    private static void CheckInlines(LintedPage file)
    {
        foreach (var inline in file.Body.Descendants<Inline>())
        {
            var line = file.LineOf(inline);
            switch (inline)
            {
                case HtmlInline html:
                    file.Error(line, $"Discord shows '{html.Tag}' as it is typed; put it into backticks.");
                    break;
                case LinkInline { IsImage: true }:
                    file.Error(line, "a card shows no pictures; describe it, or link to it under 'sources'.");
                    break;
                case LinkInline { Url: { } url } when !IsWeb(url):
                    file.Error(line, $"the link '{url}' must be an https address; another page of the hub is named as: see hub: slug.");
                    break;
                case AutolinkInline { IsEmail: false } link when !IsWeb(link.Url):
                    file.Error(line, $"the link '{link.Url}' must be an https address.");
                    break;
            }
        }
    }

    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsTable(string paragraph) =>
        paragraph.Split('\n').Any(line => line.Contains("--", StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal) && line.AsSpan().ContainsAnyExcept("|:- ") == false);

    private static string TextOf(LintedPage file, HeadingBlock heading) => Source(file, heading).TrimStart('#').Trim();

    private static string Source(LintedPage file, MarkdownObject block) => file.BodyText.Substring(block.Span.Start, block.Span.Length);

    [GeneratedRegex(@"\[\^\w{1,20}\]")]
    private static partial Regex Footnote();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
