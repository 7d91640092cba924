using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>Ideas as tables, one a row, by number.</summary>
internal static class IdeaTables
{
    /// <summary>With headings like those of Trello's own CSV export; who imports it maps the columns.</summary>
    public static byte[] ForTrello(IEnumerable<IdeaCard> cards)
    {
        var table = new CsvText().Row(["Card Name", "Card Description", "List Name", "Labels", "Card URL"]);
        foreach (var card in cards.OrderBy(card => card.Number))
        {
            table.Row([ExportText.Line(card.Title), IdeaDescription.Of(card), IdeaText.Status(card.Status), Labels(card), card.CardUrl ?? ""]);
        }

        return table.ToBytes(isForExcel: false);
    }

    /// <summary>
    /// The first column is the page's title; tags are separated by commas, as a multi-select reads them.
    /// </summary>
    /// <param name="cards">In any order.</param>
    /// <param name="isForExcel">With a byte order mark; Notion gets none, lest it be part of the first heading.</param>
    public static byte[] ForNotion(IEnumerable<IdeaCard> cards, bool isForExcel)
    {
        var table = new CsvText().Row(
        [
            "Name", "Number", "Status", "Votes", "Not yet", "Tags", "Backend", "Frontend", "Mentor", "Wanted", "Author", "Proposed on", "Last touched",
            "Problem", "For whom", "Solution", "Team", "Repository", "Thread",
        ]);
        foreach (var card in cards.OrderBy(card => card.Number))
        {
            table.Row(
            [
                ExportText.Line(card.Title), ExportText.Number(card.Number), IdeaText.Status(card.Status), ExportText.Number(card.Votes), ExportText.Number(card.NotYet), Labels(card),
                .. Enum.GetValues<IdeaRole>().Select(role => Places(card, role)),
                string.Join(", ", card.Status.IsOpen() ? card.Roles.Where(fill => fill.Open > 0).Select(fill => IdeaText.Role(fill.Role)) : []),
                ExportText.Line(card.AuthorName), ExportText.Date(card.CreatedAt), ExportText.Date(card.TouchedAt),
                card.Problem, card.ForWhom, card.Solution, ExportText.Line(card.Team ?? ""), ExportText.Url(card.Repository) ?? "", card.ThreadUrl ?? "",
            ]);
        }

        return table.ToBytes(isForExcel);
    }

    // Not "1/2": a spreadsheet would make a day of it.
    private static string Places(IdeaCard card, IdeaRole role) =>
        card.Roles.FirstOrDefault(fill => fill.Role == role) is { } fill ? $"{ExportText.Number(fill.Taken)} of {ExportText.Number(fill.Slots)}" : "";

    private static string Labels(IdeaCard card) => string.Join(", ", card.Tags.Select(ExportText.Line).Order(StringComparer.Ordinal));
}
