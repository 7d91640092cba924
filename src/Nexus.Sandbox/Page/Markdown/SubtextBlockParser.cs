using Markdig.Parsers;
using Markdig.Syntax;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary><c>-# small print</c>, one line.</summary>
internal sealed class SubtextBlockParser : BlockParser
{
    public SubtextBlockParser() => OpeningCharacters = ['-'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || processor.PeekChar(1) != '#' || processor.PeekChar(2) != ' ')
        {
            return BlockState.None;
        }

        var column = processor.Column;
        processor.NextChar();
        processor.NextChar();
        processor.NextChar();
        var subtext = new SubtextBlock(this)
        {
            Column = column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            ProcessInlines = true,
        };
        processor.NewBlocks.Push(subtext);
        return BlockState.Break;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) => BlockState.None;
}
