using Nexus.Bot.Routing;

namespace Nexus.Bot.Hub;

/// <summary>Cuts the hub's own markdown to size without leaving a code block open.</summary>
internal static class PageCut
{
    private const string Fence = "```";
    private const string SourcesHaveMore = "the sources have more";

    /// <summary>At most <paramref name="max"/> characters, cut at a line where possible.</summary>
    /// <param name="markdown">A part of a page.</param>
    /// <param name="max">Characters.</param>
    /// <param name="more">Where the rest is.</param>
    public static string Fit(string markdown, int max, string more = SourcesHaveMore)
    {
        if (markdown.Length <= max)
        {
            return markdown;
        }

        var ending = $"\n-# shortened; {more}";
        var cut = Md.Cut(markdown, max - ending.Length - Fence.Length - 1);
        var line = cut.LastIndexOf('\n');
        cut = (line > max / 2 ? cut[..line] : cut).TrimEnd();
        if (!HasOpenFence(cut))
        {
            return cut + ending;
        }

        // A code block of which nothing would be left is left out.
        var last = cut.LastIndexOf('\n') + 1;
        return cut.AsSpan(last).TrimStart().StartsWith(Fence, StringComparison.Ordinal)
            ? cut[..last].TrimEnd() + ending
            : $"{cut}\n{Fence}{ending}";
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
