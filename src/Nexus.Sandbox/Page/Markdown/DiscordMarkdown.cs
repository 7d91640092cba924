using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>Discord's flavour of Markdown as HTML that is safe to show: built from the parsed tree, every text encoded.</summary>
internal static class DiscordMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Never throws; what cannot be read as Markdown is shown as it is written.</summary>
    public static string ToHtml(string? text, NamesOnPage names)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(SourceLines.Normalise(text), Pipeline);
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            // Nested deeper than the parser allows, or a fence too costly to find.
            return HtmlText.Paragraph(text);
        }

        return new HtmlWriter(names).Write(document);
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        var blocks = builder.BlockParsers;
        blocks.TryRemove<ThematicBreakParser>();
        blocks.TryRemove<HtmlBlockParser>();
        blocks.TryRemove<IndentedCodeBlockParser>();
        blocks.Find<HeadingBlockParser>()!.MaxLeadingCount = 3;
        blocks.InsertBefore<ListBlockParser>(new SubtextBlockParser());
        blocks.Replace<ParagraphBlockParser>(new PlainParagraphParser());

        var inlines = builder.InlineParsers;
        inlines.TryRemove<HtmlEntityParser>();
        inlines.Replace<AutolinkInlineParser>(new AngleInlineParser());
        inlines.Insert(0, new BareUrlInlineParser());
        inlines.Insert(0, new EveryoneInlineParser());
        var emphasis = inlines.Find<EmphasisInlineParser>()!.EmphasisDescriptors;
        emphasis.Add(new EmphasisDescriptor('~', 2, 2, true));
        emphasis.Add(new EmphasisDescriptor('|', 2, 2, true));
        return builder.Build();
    }
}
