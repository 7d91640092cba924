using Markdig.Helpers;
using Markdig.Parsers;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>An http(s) address in running text becomes a link, up to the space or bracket after it.</summary>
internal sealed class BareUrlInlineParser : InlineParser
{
    public BareUrlInlineParser() => OpeningCharacters = ['h'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (!(rest.StartsWith("http://") || rest.StartsWith("https://")) || char.IsLetterOrDigit(slice.PeekCharExtra(-1)))
        {
            return false;
        }

        var end = rest.IndexOfAny([' ', '\n', '\t', '<', '>', '"', '`', '|', ']', '*']);
        var url = end < 0 ? rest : rest[..end];
        while (url.Length > 0 && (".,:;'!?~_".Contains(url[^1]) || (url[^1] == ')' && url.Count('(') < url.Count(')'))))
        {
            url = url[..^1];
        }

        if (SafeUrl.Accept(url.ToString()) is not { } safe)
        {
            return false;
        }

        processor.Inline = new BareUrlInline(safe);
        slice.Start += url.Length;
        return true;
    }
}
