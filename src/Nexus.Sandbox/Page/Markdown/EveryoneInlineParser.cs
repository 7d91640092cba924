using Markdig.Helpers;
using Markdig.Parsers;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary><c>@everyone</c> and <c>@here</c> look like mentions whether or not they pinged.</summary>
internal sealed class EveryoneInlineParser : InlineParser
{
    public EveryoneInlineParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var word = rest.StartsWith("@everyone") ? "@everyone" : rest.StartsWith("@here") ? "@here" : null;
        if (word is null)
        {
            return false;
        }

        processor.Inline = new MentionInline(MentionKind.Everyone, 0, word);
        slice.Start += word.Length;
        return true;
    }
}
