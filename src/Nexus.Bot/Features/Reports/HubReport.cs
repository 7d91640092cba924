using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Reports;

/// <summary>What mentors are told about some weeks of a server's hub.</summary>
/// <param name="Weeks">The Monday of each week, with how often pages were shown; the oldest first, the last one still going on.</param>
/// <param name="Missing">Asked for and still not found, the most frequent first.</param>
/// <param name="Unhelpful">Pages somebody found unhelpful, the most votes first.</param>
/// <param name="Read">The most read pages first.</param>
/// <param name="DeadLinks">Pages that lead to a page which is not there.</param>
internal sealed record HubReport(
    IReadOnlyList<(DateOnly Monday, int Shown)> Weeks,
    IReadOnlyList<MissingQuestion> Missing,
    IReadOnlyList<PageVotes> Unhelpful,
    IReadOnlyList<PageReads> Read,
    IReadOnlyList<(HubPage Page, string Slug)> DeadLinks,
    HubHealth Health)
{
    public int Shown => Weeks.Sum(week => week.Shown);

    /// <summary>There is nothing to draw.</summary>
    public bool IsEmpty => Shown == 0 && Missing.Count == 0;
}

/// <param name="Question">In normalised words.</param>
/// <param name="Count">How often it was asked since it was first asked.</param>
/// <param name="Picked">The page people opened most often after it, and how often.</param>
internal sealed record MissingQuestion(string Question, int Count, (HubPage Page, int Times)? Picked);

internal sealed record PageVotes(HubPage Page, int Unhelpful, int All);

/// <param name="ThisWeek">Of those, since Monday.</param>
internal sealed record PageReads(HubPage Page, int Shown, int ThisWeek);

/// <param name="AltText">The picture in words.</param>
internal sealed record ReportPicture(byte[] Png, string AltText);
