using System.Text;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Brings what people type into the shape in which it is kept.</summary>
internal static class FormText
{
    /// <summary>Line feeds only, no control characters, no halves of characters, no space around it.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>One a line, or several on a line with commas; an item that is <paramref name="known"/> may have a comma itself.</summary>
    public static IReadOnlyList<string> Items(string text, IReadOnlyList<string> known) =>
    [
        .. Lines(text)
            .SelectMany(line => known.Contains(line) ? [line] : line.Split(',').Select(Md.Line))
            .Where(item => item.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>One a line.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Select(Md.Line).Where(line => line.Length > 0)];

    /// <summary>A line such as <c>Celery documentation | https://docs.celeryq.dev</c>; without a title it is the address's host.</summary>
    public static (string Title, string Url) Source(string line)
    {
        const int most = 80;
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var url = words.LastOrDefault(word => word.Contains("://", StringComparison.Ordinal)) ?? words[^1];
        var title = Md.Line(string.Join(' ', words.Where(word => word != url))).Trim(' ', '|', '-', ':', '–', '—', '*');
        return (Md.Cut(title.Length > 0 ? title : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : url, most), url);
    }
}
