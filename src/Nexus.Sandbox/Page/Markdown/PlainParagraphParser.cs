using Markdig.Parsers;
using Markdig.Syntax;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>A paragraph that keeps <c>[name]: address</c> lines as text: Discord has no link definitions.</summary>
internal sealed class PlainParagraphParser : ParagraphBlockParser
{
    public PlainParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock paragraph)
        {
            return true;
        }

        var lines = paragraph.Lines.Lines;
        var count = paragraph.Lines.Count;
        for (var at = 0; at < count; at++)
        {
            lines[at].Slice.TrimStart();
        }

        if (count > 0)
        {
            lines[count - 1].Slice.TrimEnd();
        }

        return count > 0;
    }
}
