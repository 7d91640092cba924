using System.Text;
using System.Text.RegularExpressions;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>
/// Rewrites the places where Discord's line rules differ from CommonMark's, so that one CommonMark parser can read both:
/// a fence may open and close within a line, a quote or list item ends with its line, <c>&gt;&gt;&gt;</c> quotes all that follows.
/// </summary>
internal static partial class SourceLines
{
    public static string Normalise(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var result = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (Match fence in Fence().Matches(text))
        {
            if (InsideQuote(text, fence.Index))
            {
                continue;
            }

            AppendLines(result, text.AsSpan(at, fence.Index - at));
            StartLine(result);
            result.Append("```").Append(fence.Groups["lang"].Value).Append('\n')
                .Append(fence.Groups["code"].Value.Trim('\n')).Append("\n```\n");
            at = fence.Index + fence.Length;
            if (at < text.Length && text[at] == '\n')
            {
                at++;
            }
        }

        AppendLines(result, text.AsSpan(at));
        return result.ToString();
    }

    private static void AppendLines(StringBuilder result, ReadOnlySpan<char> text)
    {
        var quoteAll = false;
        var previous = LineKind.Plain;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (!quoteAll && line.StartsWith(">>> "))
            {
                quoteAll = true;
                line = line[4..];
            }

            var kind = quoteAll || line.StartsWith("> ") ? LineKind.Quote
                : ListItem().IsMatch(line) && !Rule().IsMatch(line) ? LineKind.Item
                : line.StartsWith("  ") && previous == LineKind.Item ? LineKind.Item
                : LineKind.Plain;
            if (kind != previous && !line.IsWhiteSpace())
            {
                result.Append('\n');
            }

            if (quoteAll)
            {
                result.Append("> ");
            }
            else if (kind == LineKind.Plain)
            {
                // Four spaces are no code block in Discord.
                line = line.TrimStart(' ');
                if (line.StartsWith(">") || line.StartsWith("+ ") || Rule().IsMatch(line))
                {
                    result.Append('\\');
                }
            }

            result.Append(line).Append('\n');
            previous = kind;
        }

        if (result.Length > 0)
        {
            result.Length--;
        }
    }

    private static void StartLine(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != '\n')
        {
            result.Append('\n');
        }
    }

    private static bool InsideQuote(string text, int index)
    {
        var line = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return text.AsSpan(line).StartsWith(">") || text.AsSpan(0, line).Contains("\n>>> ", StringComparison.Ordinal)
            || text.StartsWith(">>> ", StringComparison.Ordinal);
    }

    private enum LineKind { Plain, Quote, Item }

    [GeneratedRegex(@"```(?:(?<lang>[A-Za-z0-9_+\-.#]{1,30})\n)?(?<code>[\s\S]*?\S[\s\S]*?)```", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *(?:(?:- *){3,}|(?:\* *){3,})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ {0,8}(?:[-*]|\d{1,9}\.) ", RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();
}
