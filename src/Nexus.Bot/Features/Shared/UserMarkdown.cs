using System.Text;

namespace Nexus.Bot.Features.Shared;

/// <summary>
/// What somebody wrote in a form, where it stands as their own words: lists and code stay, but it makes no headings, hides no
/// address behind words, and leaves no code block open.
/// </summary>
internal static class UserMarkdown
{
    private const string Fence = "```";

    public static string Safe(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var inBlock = false;
        foreach (var line in text.ReplaceLineEndings("\n").Trim().Split('\n'))
        {
            var togglesBlock = Fences(line) % 2 == 1;
            if (inBlock || togglesBlock)
            {
                result.Append(line);
            }
            else
            {
                AppendWords(result, line);
            }

            inBlock ^= togglesBlock;
            result.Append('\n');
        }

        return inBlock ? result.Append(Fence).ToString() : result.ToString(0, result.Length - 1);
    }

    private static void AppendWords(StringBuilder result, string line)
    {
        var bare = line.TrimStart();
        if (bare.StartsWith('#') || IsUnderline(bare))
        {
            result.Append('\\');
            line = bare;
        }

        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '`' && line.IndexOf('`', at + 1) is > 0 and var end)
            {
                result.Append(line, at, end - at + 1);
                at = end;
                continue;
            }

            result.Append(line[at]);
            if (line[at] == ']' && at + 1 < line.Length && line[at + 1] == '(')
            {
                result.Append('\\');
            }
        }
    }

    // Under a line of words these make it a heading.
    private static bool IsUnderline(string bare) =>
        bare.TrimEnd() is { Length: > 0 } marks && (marks.All(c => c == '=') || marks.All(c => c == '-'));

    private static int Fences(string line)
    {
        var count = 0;
        for (var at = line.IndexOf(Fence, StringComparison.Ordinal); at >= 0; at = line.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
