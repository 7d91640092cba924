using DiffPlex;
using DiffPlex.Renderer;

namespace Nexus.Bot.Hub;

/// <summary>Compares and merges two texts of a page, line by line.</summary>
internal static class PageText
{
    private const int Context = 3;

    /// <summary>A unified diff; empty when nothing changed.</summary>
    public static string Diff(string before, string after, string name) => before == after
        ? ""
        : UnidiffRenderer.GenerateUnidiff(before, after, name, name, ignoreWhitespace: false, ignoreCase: false, contextLines: Context);

    /// <summary>What <paramref name="mine"/> changed in <paramref name="was"/>, done to <paramref name="now"/>; null when both changed the same lines.</summary>
    public static string? Merge(string was, string mine, string now)
    {
        if (was == now || mine == now)
        {
            return mine;
        }

        var merge = ThreeWayDiffer.Instance.CreateMerge(was, now, mine, ignoreWhiteSpace: false, ignoreCase: false, new DiffPlex.Chunkers.LineEndingsPreservingChunker());
        return merge.IsSuccessful ? string.Concat(merge.MergedPieces) : null;
    }
}
