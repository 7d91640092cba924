using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>Everything Discord writes in angle brackets; what is not known stays text, so HTML never becomes HTML.</summary>
internal sealed partial class AngleInlineParser : InlineParser
{
    public AngleInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var end = rest.IndexOf('>');
        if (end is < 2 or > 600)
        {
            return false;
        }

        var source = rest[..(end + 1)].ToString();
        if (Parse(source, source[1..^1]) is not { } inline)
        {
            return false;
        }

        processor.Inline = inline;
        slice.Start += source.Length;
        return true;
    }

    private static Inline? Parse(string source, string inner)
    {
        if (Mention().Match(inner) is { Success: true } mention)
        {
            var kind = mention.Groups["kind"].Value switch { "@&" => MentionKind.Role, "#" => MentionKind.Channel, _ => MentionKind.User };
            return ulong.TryParse(mention.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new MentionInline(kind, id, source) : null;
        }

        if (Command().Match(inner) is { Success: true } command)
        {
            return new MentionInline(MentionKind.Command, 0, command.Groups["path"].Value);
        }

        if (Time().Match(inner) is { Success: true } time)
        {
            // Discord shows what is beyond JavaScript's dates as text.
            return long.TryParse(time.Groups["at"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
                && Math.Abs(at) <= 8_640_000_000_000
                ? new TimeInline(at, time.Groups["style"] is { Success: true } style ? style.Value[0] : 'f', source) : null;
        }

        if (Emoji().Match(inner) is { Success: true } emoji)
        {
            return new CustomEmojiInline(emoji.Groups["name"].Value);
        }

        return inner switch
        {
            "id:customize" => new MentionInline(MentionKind.Guide, 0, "Channels & Roles"),
            "id:browse" => new MentionInline(MentionKind.Guide, 0, "Browse Channels"),
            "id:guide" => new MentionInline(MentionKind.Guide, 0, "Server Guide"),
            _ => SafeUrl.Accept(inner) is { } url ? new BareUrlInline(url) : null,
        };
    }

    [GeneratedRegex(@"^(?<kind>@&|@!?|#)(?<id>\d{1,20})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^/(?<path>[-_'\p{L}\p{N}]{1,32}(?: [-_'\p{L}\p{N}]{1,32}){0,2}):\d{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"^t:(?<at>-?\d{1,16})(?::(?<style>[tTdDfFsSR]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^a?:(?<name>\w{2,32}):\d{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();
}
