using Nexus.Bot.Routing;

namespace Nexus.Bot.Hub;

/// <summary>Cuts the hub's own markdown to size without leaving a code block open.</summary>
internal static class PageCut
{
    private const string Fence = "```";
    private const string Closing = "\n```\n-# shortened; the sources have more";
    private const string Ending = "\n-# shortened; the sources have more";

    /// <summary>At most <paramref name="max"/> characters, cut at a line where possible.</summary>
    public static string Fit(string markdown, int max)
    {
        if (markdown.Length <= max)
        {
            return markdown;
        }

        var cut = Md.Cut(markdown, max - Closing.Length);
        var line = cut.LastIndexOf('\n');
        cut = line > max / 2 ? cut[..line] : cut;
        return cut + (HasOpenFence(cut) ? Closing : Ending);
    }

    /// <summary>The first sentence of some markdown as one line of plain words, for lists.</summary>
    public static string FirstSentence(string markdown, int max)
    {
        var words = Md.Line(markdown.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
        var end = words.IndexOf(". ", StringComparison.Ordinal);
        var sentence = end < 0 ? words : words[..(end + 1)];
        if (sentence.Length <= max)
        {
            return Md.Escape(sentence);
        }

        var cut = Md.Cut(sentence, max);
        var space = cut.LastIndexOf(' ');
        return Md.Escape(space > max / 2 ? cut[..space] + "…" : cut);
    }

    private static bool HasOpenFence(string text)
    {
        var open = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            open ^= line.TrimStart().StartsWith(Fence);
        }

        return open;
    }
}
