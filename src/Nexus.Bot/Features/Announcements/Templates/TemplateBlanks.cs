using System.Text;

namespace Nexus.Bot.Features.Announcements.Templates;

/// <summary>The blanks of a template: names in braces, such as <c>{speaker}</c>. What stands in code is no blank.</summary>
internal static class TemplateBlanks
{
    /// <summary>What fits over a field of a form.</summary>
    public const int MostName = 40;

    /// <summary>In order of appearance, each once; case does not matter.</summary>
    public static IReadOnlyList<string> In(params IReadOnlyList<string> texts) =>
        [.. texts.SelectMany(text => Parts(text)).Where(part => part.IsBlank).Select(part => part.Text).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The text with each blank that has a value replaced by it; the others stay as they are.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(text.Length);
        foreach (var (part, isBlank) in Parts(text))
        {
            _ = !isBlank ? filled.Append(part) : values.TryGetValue(part, out var value) ? filled.Append(value) : filled.Append('{').Append(part).Append('}');
        }

        return filled.ToString();
    }

    /// <summary>The blanks of the announcement's template that still stand in it.</summary>
    public static IReadOnlyList<string> Unfilled(Announcement announcement) =>
        [.. In(announcement.Title, announcement.Text).Intersect(announcement.Blanks, StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<(string Text, bool IsBlank)> Parts(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '`')
            {
                at = EndOfCode(text, at) - 1;
            }
            else if (text[at] == '{' && NameAt(text, at + 1) is { } name)
            {
                yield return (text[start..at], false);
                yield return (name.Trim(), true);
                at += name.Length + 1;
                start = at + 1;
            }
        }

        yield return (text[start..], false);
    }

    /// <summary>Behind the code that begins here; behind the marks when it never ends.</summary>
    private static int EndOfCode(string text, int at)
    {
        var marks = 0;
        while (at + marks < text.Length && text[at + marks] == '`')
        {
            marks++;
        }

        var end = text.IndexOf(new string('`', marks), at + marks, StringComparison.Ordinal);
        return (end < 0 ? at : end) + marks;
    }

    private static string? NameAt(string text, int at)
    {
        var end = text.IndexOf('}', at);
        if (end < 0 || end - at > MostName)
        {
            return null;
        }

        var name = text[at..end];
        return name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-') ? name : null;
    }
}
