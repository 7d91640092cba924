using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>Writes the parsed tree: a node it does not know is written as text, so nothing reaches the page by omission.</summary>
internal sealed class HtmlWriter(NamesOnPage names)
{
    private readonly StringBuilder _html = new();

    public string Write(MarkdownDocument document)
    {
        Blocks(document);
        return _html.ToString();
    }

    private void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Block(block);
        }
    }

    private void Block(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Wrap($"div class=\"md-h{heading.Level}\" role=\"heading\" aria-level=\"{heading.Level + 2}\"", "div", heading.Inline);
                break;
            case SubtextBlock subtext:
                Wrap("div class=\"md-sub\"", "div", subtext.Inline);
                break;
            case FencedCodeBlock code:
                _html.Append("<pre class=\"md-code\"><code");
                if (code.Info is { Length: > 0 } language)
                {
                    _html.Append(" data-language=\"").Append(HtmlText.Encode(language)).Append('"');
                }

                _html.Append('>').Append(HtmlText.Encode(code.Lines.ToString())).Append("</code></pre>");
                break;
            case QuoteBlock quote:
                _html.Append("<blockquote>");
                Blocks(quote);
                _html.Append("</blockquote>");
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case ContainerBlock container:
                Blocks(container);
                break;
            case LeafBlock { Inline: { } inline }:
                Wrap("div class=\"md-p\"", "div", inline);
                break;
            case LeafBlock leaf:
                _html.Append(HtmlText.Paragraph(leaf.Lines.ToString()));
                break;
        }
    }

    private void WriteList(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol" : "ul";
        _html.Append('<').Append(tag);
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            _html.Append(CultureInfo.InvariantCulture, $" start=\"{start}\"");
        }

        _html.Append('>');
        foreach (var item in list)
        {
            _html.Append("<li>");
            if (item is ContainerBlock container)
            {
                Blocks(container);
            }

            _html.Append("</li>");
        }

        _html.Append("</").Append(tag).Append('>');
    }

    private void Wrap(string open, string close, ContainerInline? inline)
    {
        _html.Append('<').Append(open).Append('>');
        Inlines(inline);
        _html.Append("</").Append(close).Append('>');
    }

    private void Inlines(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Text(literal.Content.ToString());
                break;
            case LineBreakInline:
                _html.Append("<br>");
                break;
            case CodeInline code:
                _html.Append("<code>").Append(HtmlText.Encode(code.Content)).Append("</code>");
                break;
            case EmphasisInline emphasis:
                Emphasis(emphasis);
                break;
            case BareUrlInline url:
                if (JumpLink.Of(url.Url, names) is { } jump)
                {
                    _html.Append("<a class=\"mention\" href=\"").Append(jump.Address).Append("\">").Append(HtmlText.Encode(jump.Words)).Append("</a>");
                    break;
                }

                Link(url.Url);
                Text(url.Url);
                _html.Append("</a>");
                break;
            case LinkInline link:
                MaskedLink(link);
                break;
            case MentionInline mention:
                Mention(mention);
                break;
            case TimeInline time:
                Time(time);
                break;
            case CustomEmojiInline emoji:
                _html.Append("<span class=\"emoji\">:").Append(HtmlText.Encode(emoji.Name)).Append(":</span>");
                break;
            case DelimiterInline delimiter:
                Text(delimiter.ToLiteral());
                Inlines(delimiter);
                break;
            case ContainerInline container:
                Inlines(container);
                break;
            default:
                Text(inline.ToString() ?? "");
                break;
        }
    }

    private void Emphasis(EmphasisInline emphasis)
    {
        var (open, close) = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('|', _) => ("span class=\"spoiler\" role=\"button\" tabindex=\"0\" aria-label=\"Spoiler, press to show\" aria-expanded=\"false\"", "span"),
            ('~', _) => ("s", "s"),
            ('_', 2) => ("u", "u"),
            (_, 2) => ("strong", "strong"),
            _ => ("em", "em"),
        };
        Wrap(open, close, emphasis);
    }

    private void MaskedLink(LinkInline link)
    {
        // Like Discord: no pictures, and words that look like an address may not lead to another one.
        var url = SafeUrl.Accept(link.Url);
        if (link.IsImage)
        {
            Text("!");
        }

        if (url is null || link.Descendants<BareUrlInline>().Any())
        {
            Text("[");
            Inlines(link);
            Text($"]({link.Url})");
            return;
        }

        Link(url);
        Inlines(link);
        _html.Append("</a>");
    }

    private void Link(string url)
    {
        if (JumpLink.Of(url, names) is { } jump)
        {
            _html.Append("<a href=\"").Append(jump.Address).Append("\" title=\"").Append(HtmlText.Encode(jump.Words)).Append("\">");
            return;
        }

        var address = HtmlText.Encode(url);
        _html.Append("<a href=\"").Append(address).Append("\" title=\"").Append(address)
            .Append("\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">");
    }

    private void Mention(MentionInline mention)
    {
        switch (mention.Kind)
        {
            case MentionKind.User:
                Chip(names.Users.TryGetValue(mention.Id, out var user) ? $"@{user}" : "@unknown-user", mention.Id == names.Reader && mention.Id != 0);
                break;
            case MentionKind.Role when names.Roles.TryGetValue(mention.Id, out var role):
                Chip(role.Name.StartsWith('@') ? role.Name : $"@{role.Name}", names.ReaderRoles.Contains(mention.Id), role.Color);
                break;
            case MentionKind.Role:
                Chip("@deleted-role", false);
                break;
            case MentionKind.Channel when names.Channels.TryGetValue(mention.Id, out var channel):
                _html.Append(CultureInfo.InvariantCulture, $"<a class=\"mention\" href=\"/channels/{mention.Id}\">#{HtmlText.Encode(channel)}</a>");
                break;
            case MentionKind.Channel:
                Chip("#No Access", false);
                break;
            case MentionKind.Command:
                _html.Append("<button type=\"button\" class=\"mention\" data-command=\"").Append(HtmlText.Encode(mention.Text)).Append("\">/")
                    .Append(HtmlText.Encode(mention.Text)).Append("</button>");
                break;
            case MentionKind.Everyone:
                Chip(mention.Text, true);
                break;
            default:
                Chip(mention.Text, false);
                break;
        }
    }

    private void Chip(string text, bool toReader, int color = 0)
    {
        _html.Append("<span class=\"mention").Append(toReader ? " mention-me" : "").Append('"');
        if (color is > 0 and <= 0xFFFFFF)
        {
            _html.Append(CultureInfo.InvariantCulture, $" style=\"--role:#{color:x6}\"");
        }

        _html.Append('>').Append(HtmlText.Encode(text)).Append("</span>");
    }

    // The browser puts its own zone and language on it; UTC stands there until then.
    private void Time(TimeInline time)
    {
        var fallback = time.UnixSeconds is >= -62_135_596_800 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(time.UnixSeconds).ToString("d MMMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : time.Source;
        _html.Append(CultureInfo.InvariantCulture, $"<nexus-time unix=\"{time.UnixSeconds}\" format=\"{time.Style}\">{HtmlText.Encode(fallback)}</nexus-time>");
    }

    private void Text(string text) => _html.Append(HtmlText.Encode(text));
}
