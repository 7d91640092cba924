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

    /// <summary>The beginning of some markdown as one line of plain words, for lists.</summary>
    public static string Plain(string markdown, int max)
    {
        var paragraph = markdown.AsSpan().Trim();
        var end = paragraph.IndexOf("\n\n");
        var words = Md.Line((end < 0 ? paragraph : paragraph[..end]).ToString());
        return Md.Escape(Md.Cut(words.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), max));
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
