using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nexus.Bot.Features.Shared;

/// <summary>What people wrote, made harmless for the tools that read it.</summary>
internal static partial class ExportText
{
    /// <summary>Without control characters, characters that turn the order around, and halves of characters; a tab is a space, a line ends with one \n.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value == '\n' || IsKept(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Routing.Md.Line(Clean(text));

    /// <summary>
    /// Nothing in it is a formula to a spreadsheet, wherever it is cut: at its start, at the start of a line, or behind a semicolon,
    /// which separates cells where the comma is the decimal sign; quotes that a careless reader takes off change nothing.
    /// See <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.
    /// </summary>
    public static string InCell(string text) => Formula().Replace(Bullet().Replace(Clean(text), "$1• "), "$1'$2");

    /// <summary>As plain text in Markdown. Each line is a paragraph, since not every reader knows the same sign for a broken line.</summary>
    public static string InMarkdown(string text) => string.Join("\n\n", Clean(text).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(InMarkdownLine));

    /// <summary>A link that is one, else null: it was typed by somebody.</summary>
    public static string? Url(string? typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string InMarkdownLine(string line)
    {
        var text = line.Trim();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] == ' ') && Address(text, i) is { } address)
            {
                escaped.Append('<').Append(address).Append('>');
                i += address.Length - 1;
                continue;
            }

            // "1." and "-" begin a list, "+" does, too, "=" underlines a heading, and an address would keep its escapes.
            if (MeansSomething(text[i])
                || (i == digits && i > 0 && text[i] is '.' or ')')
                || (i == 0 && text[i] is '-' or '+' or '=')
                || (text[i] == ':' && text.AsSpan(i + 1).StartsWith("//")))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // A whole word that is a link, to be one as it stands.
    private static string? Address(string text, int at)
    {
        var end = text.IndexOf(' ', at);
        var word = end < 0 ? text[at..] : text[at..end];
        return Url(word) is not null && !word.AsSpan().ContainsAny('<', '>', '\\') ? word : null;
    }

    private static bool MeansSomething(char c) => c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '$';

    private static bool IsKept(Rune rune) => rune != Rune.ReplacementChar
        && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x2028 or 0x2029 or 0xFEFF)
        && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control;

    [GeneratedRegex(@"((?:^|[;\n])[ \u00A0\u3000""]*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"(^|\n)[-+] ", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();
}
