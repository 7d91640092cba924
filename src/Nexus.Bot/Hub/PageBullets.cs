using Nexus.Bot.Search;

namespace Nexus.Bot.Hub;

/// <summary>The single points of a section that is a list, such as a page's common mistakes.</summary>
internal static class PageBullets
{
    public const string Mistakes = "common-mistakes";

    private const string Bullet = "- ";
    private const string Fence = "```";
    private const int LeastShared = 2;

    // Every error has these.
    private static readonly string[] Usual = ["error", "errors", "exception", "failed", "warning", "line", "file", "value", "django", "python"];

    /// <summary>Without their dash. A point goes on until the next one; a dash in a code block is none.</summary>
    public static IEnumerable<string> Of(PageSection? section)
    {
        List<string> lines = [];
        var inCode = false;
        foreach (var line in section?.Markdown.Split('\n') ?? [])
        {
            if (!inCode && line.StartsWith(Bullet, StringComparison.Ordinal))
            {
                if (lines.Count > 0)
                {
                    yield return string.Join('\n', lines).Trim();
                }

                lines = [line[Bullet.Length..]];
            }
            else if (lines.Count > 0)
            {
                lines.Add(line);
            }

            inCode ^= line.TrimStart().StartsWith(Fence, StringComparison.Ordinal);
        }

        if (lines.Count > 0)
        {
            yield return string.Join('\n', lines).Trim();
        }
    }

    /// <summary>The points that speak of some text, best first: one shared word may be chance, two are not.</summary>
    public static IReadOnlyList<string> About(PageSection? section, string text, int most)
    {
        var points = Of(section).Select(point => (Text: point, Words: Words(point))).ToList();
        var asked = Words(text);
        return
        [
            .. points
                .Select(point => (point.Text, Shared: point.Words.Where(asked.Contains).ToList()))
                .Where(point => point.Shared.Count >= LeastShared)
                .OrderByDescending(point => point.Shared.Sum(word => 1f / points.Count(other => other.Words.Contains(word))))
                .Take(most)
                .Select(point => point.Text),
        ];
    }

    private static HashSet<string> Words(string text) =>
    [
        .. SearchText.Normalise(text).Split(' ')
            .Where(word => word.Length > 2 && !CommonWords.IsStopWord(word) && !Usual.Contains(word) && !word.All(char.IsDigit))
            .Select(Stems.Of),
    ];
}
