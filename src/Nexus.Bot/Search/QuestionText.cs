using System.Text;

namespace Nexus.Bot.Search;

/// <summary>Takes out of a question what people paste along with it and what asks for nothing.</summary>
internal static class QuestionText
{
    private const string Fence = "```";

    /// <summary>The text without the lines that open and close a code block: the language of one asks for nothing.</summary>
    public static string WithoutFences(string text)
    {
        if (!text.Contains(Fence, StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (!line.StartsWith(Fence) || (line[Fence.Length..].ContainsAny(' ', '`') && line.Length > Fence.Length))
            {
                result.Append(result.Length == 0 ? "" : "\n").Append(text.AsSpan(range));
            }
        }

        return result.ToString();
    }

    /// <summary>The text without web addresses: their words ask for nothing.</summary>
    public static string WithoutLinks(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t', '(', '<'))
        {
            if (!text.AsSpan(range).Contains("://", StringComparison.Ordinal))
            {
                result.Append(text.AsSpan(range)).Append(' ');
            }
        }

        return result.ToString();
    }
}
