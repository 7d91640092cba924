using System.Globalization;
using Nexus.Bot.Charts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Reports;

/// <summary>What mentors read about the hub, and what the picture shows.</summary>
internal static class ReportViews
{
    public const string PictureName = "hub-report.png";

    private const int Most = 5;
    private const int MostEdits = 3;
    private const int MostPages = 2;
    private const int LongestReason = 110;
    private const int MostText = 3900;

    // Both at least 4.5:1 on white; the headings say what is what.
    private const string Blue = "#2563A8";
    private const string Rust = "#B4530A";

    /// <summary>Usage by week, and what was not found.</summary>
    public static IReadOnlyList<ChartPanel> Panels(HubReport report) =>
    [
        new("Pages shown, by week", ChartShape.Columns,
            report.Shown == 0 ? [] : [.. report.Weeks.Select(week => new ChartBar(Day(week.Monday), week.Shown))], Blue, "Nobody looked anything up."),
        new("Asked for, and not in the hub", ChartShape.Rows,
            [.. report.Missing.Select(miss => new ChartBar(miss.Question, miss.Count))], Rust, "Everything that was asked for was found."),
    ];

    public static Reply Report(HubReport report, ReportPicture? picture)
    {
        var parts = new List<Component>();
        var texts = Texts(report).ToList();
        var room = MostText;
        foreach (var text in texts)
        {
            var fitting = Md.Cut(text, Math.Max(room, 1));
            room -= fitting.Length;
            parts.Add(new TextDisplay(fitting));
            if (parts.Count == 1 && picture is not null)
            {
                parts.Add(new MediaGallery([new MediaGalleryItem(new UnfurledMedia($"attachment://{PictureName}"), picture.AltText)]));
            }

            if (room <= 1)
            {
                break;
            }
        }

        var card = Reply.PrivateCard([new Container([.. parts, .. Control.Rows([.. Buttons(report)])]) { AccentColor = PageCard.Accent }]);
        return picture is null ? card : card.WithFiles(new FileUpload(PictureName, picture.Png, picture.AltText));
    }

    private static IEnumerable<string> Texts(HubReport report)
    {
        yield return $"## The hub, {Period(report)}\n" + (report.Shown == 0
            ? "Nobody looked anything up."
            : $"Pages were shown {Times(report.Shown)}{(report.Read.Count == 0 ? "" : $", most often {Md.EscapeLine(report.Read[0].Page.Title)}")}.");
        if (report.Missing.Count > 0)
        {
            yield return List("Asked for, and not in the hub", report.Missing, report.Missing.Count, Missing);
        }

        if (report.Unhelpful.Count > 0)
        {
            yield return List("Did not help", report.Unhelpful, Most, votes =>
                $"{Md.EscapeLine(votes.Page.Title)}: {Number(votes.Unhelpful)} of {Number(votes.All)} said so");
        }

        var repair = Repairs(report).ToList();
        if (repair.Count > 0)
        {
            yield return List("To repair", repair, 2 * Most, line => line);
        }

        if (report.Health.Stale.Count > 0)
        {
            yield return List("To review: nobody has for over a year", report.Health.Stale, Most, page =>
                $"{Md.EscapeLine(page.Title)}, last on {page.LastReviewed.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}");
        }

        if (report.Read.Count > 0)
        {
            yield return List("Read most", report.Read, Most, page =>
                $"{Md.EscapeLine(page.Page.Title)}: {Times(page.Shown)}{(page.ThisWeek == 0 ? "" : $", {Number(page.ThisWeek)} this week")}", andMore: false);
        }

        yield return repair.Count == 0
            ? $"-# {Count(report.Health.Pages, "page")}, all served, every link leads somewhere. Weeks start on Monday (UTC)."
            : $"-# {Count(report.Health.Pages, "page")}. Weeks start on Monday (UTC).";
    }

    private static IEnumerable<string> Repairs(HubReport report) =>
    [
        .. report.Health.Broken.Select(file => $"{Md.Code(file.Name)} is not served: {Md.EscapeLine(Md.Cut(file.Reason, LongestReason))}"),
        .. report.Health.Conflicts.Select(conflict => $"{Md.EscapeLine(conflict.Title)}: its file was changed, and so was it here; decide with `/topic queue`"),
        .. report.DeadLinks.Select(link => $"{Md.EscapeLine(link.Page.Title)} leads to {Md.Code(link.Slug)}, which is not there"),
    ];

    private static string Missing(MissingQuestion miss) =>
        $"**{Md.EscapeLine(miss.Question)}**, asked {Times(miss.Count)}"
        + (miss.Picked is { } picked ? $"; {Number(picked.Times)} then opened {Md.EscapeLine(picked.Page.Title)}: is it another name for it?" : "");

    // A name for the page that people opened, a better text for what did not help, a page for what has none.
    private static IEnumerable<Button> Buttons(HubReport report) =>
    [
        .. report.Missing.Where(miss => miss.Picked is not null)
            .Select(miss => (miss.Picked!.Value.Page, Label: "Add a name to"))
            .Concat(report.Unhelpful.Select(votes => (votes.Page, Label: "Improve")))
            .DistinctBy(edit => edit.Page.Slug)
            .Take(MostEdits)
            .Select(edit => SuggestButtons.Edit(edit.Page.Slug, $"{edit.Label} {edit.Page.Title}")),
        .. report.Missing.Where(miss => miss.Picked is null)
            .Take(MostPages)
            .Select(miss => SuggestButtons.New(miss.Question, $"Write “{Md.Cut(miss.Question, 40)}”")),
    ];

    private static string List<T>(string heading, IReadOnlyList<T> items, int most, Func<T, string> line, bool andMore = true)
    {
        var more = andMore && items.Count > most ? $"\nand {Number(items.Count - most)} more" : "";
        return $"### {heading}\n{string.Join('\n', items.Take(most).Select(item => "- " + line(item)))}{more}";
    }

    private static string Period(HubReport report) => report.Weeks.Count == 1 ? "this week" : $"last {report.Weeks.Count} weeks";

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{Number(count)} times" };

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
