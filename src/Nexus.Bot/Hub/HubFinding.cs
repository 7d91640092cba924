using System.Globalization;

namespace Nexus.Bot.Hub;

internal enum FindingSeverity
{
    /// <summary>The hub works; somebody should look at it.</summary>
    Warning,

    /// <summary>Readers would miss something or be sent nowhere.</summary>
    Error,
}

/// <summary>Something to change in a file of the hub.</summary>
/// <param name="Line">From 1; null when it is about the whole file.</param>
/// <param name="Message">What to change.</param>
internal sealed record HubFinding(string File, int? Line, FindingSeverity Severity, string Message)
{
    /// <summary>As compilers print it, so that editors lead to the line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}:{(Line is { } line ? $"{line}:" : "")} {(Severity == FindingSeverity.Error ? "error" : "warning")}: {Message}");
}

/// <param name="Pages">Files that are pages.</param>
/// <param name="Findings">In the order of files and lines.</param>
/// <param name="Notes">What could not be checked here, and why.</param>
internal sealed record HubFindings(int Pages, IReadOnlyList<HubFinding> Findings, IReadOnlyList<string> Notes)
{
    public int Errors => Findings.Count(finding => finding.Severity == FindingSeverity.Error);

    public int Warnings => Findings.Count - Errors;
}
