using System.Text.RegularExpressions;

namespace Nexus.Bot.Hub;

/// <summary>Reads the hub's files as a strict editor would: what readers would miss, what leads nowhere, what would not run.</summary>
internal static partial class HubLinter
{
    /// <param name="files">Names and texts of the folder's <c>.md</c> files.</param>
    /// <param name="today">For what was reviewed in the future or too long ago.</param>
    public static async Task<HubFindings> CheckAsync(IReadOnlyList<(string Name, string Text)> files, DateOnly today, CancellationToken ct)
    {
        var findings = new List<HubFinding>();
        var pages = new List<LintedPage>();
        foreach (var (name, text) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            switch (HubFile.Parse(name, text))
            {
                case HubFile.Read read:
                    pages.Add(new LintedPage(name, read.Page, findings));
                    break;
                case HubFile.Broken broken:
                    findings.Add(new HubFinding(name, LineIn(broken.Reason), FindingSeverity.Error, $"the page is not served: {broken.Reason}"));
                    break;
            }
        }

        foreach (var page in pages)
        {
            HubLinterFrontMatter.Check(page, today);
            HubLinterBody.Check(page);
            HubLinterCard.Check(page);
        }

        HubLinterGraph.Check(pages);
        var notes = await HubLinterSnippets.CheckAsync(pages, ct);
        return new HubFindings(
            pages.Count,
            [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line ?? 0)],
            notes);
    }

    /// <summary>The folder's files, read.</summary>
    public static IReadOnlyList<(string Name, string Text)> Read(HubFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*.md").Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];

    private static int? LineIn(string reason) =>
        FrontMatterLine().Match(reason) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, provider: null) : null;

    [GeneratedRegex(@"^front matter, line (\d{1,6}):")]
    private static partial Regex FrontMatterLine();
}
