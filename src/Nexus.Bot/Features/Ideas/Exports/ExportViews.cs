using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>The files, and what to do with each.</summary>
internal static class ExportViews
{
    // A server takes at least 10 MiB in one message.
    private const int MostBytes = 9_000_000;

    public static IReadOnlyList<(ExportFormat Format, string Name)> Formats { get; } =
    [
        (ExportFormat.Trello, "Trello (JSON and CSV)"),
        (ExportFormat.Notion, "Notion (CSV)"),
        (ExportFormat.Excel, "Excel and other spreadsheets (CSV)"),
        (ExportFormat.Markdown, "Text (Markdown)"),
    ];

    public static Reply Writing() => Reply.Private("Writing the files…");

    public static Reply Nothing(bool isNarrowed) => Reply.Change(isNarrowed
        ? "No idea fits this, so there is nothing to export. Leave out `status` or `tag` for all of them."
        : "There is no idea to export yet. The first one is put up with `/idea add`.");

    /// <param name="name">Of the server.</param>
    public static Reply Written(Snowflake guild, string name, IReadOnlyList<IdeaCard> cards, ExportFormat? only, DateTimeOffset now)
    {
        var files = Enum.GetValues<ExportFormat>().Where(format => only is null || format == only).SelectMany(format => Files(format, guild, name, cards, now)).ToList();
        return files.Sum(file => file.File.Content.Length) > MostBytes
            ? Reply.Change(only is null
                ? "All of it together is larger than Discord takes in one message. Choose one `format`, a `status` or a `tag`."
                : "It is larger than Discord takes in one message. Choose a `status` or a `tag`.")
            : Reply.Change(string.Join(
                '\n',
                files.Select(file => $"• `{file.File.FileName}`: {file.Use}").Prepend(cards.Count == 1 ? "**1 idea**" : string.Create(CultureInfo.InvariantCulture, $"**{cards.Count:#,0} ideas**"))))
                .WithFiles([.. files.Select(file => file.File)]);
    }

    private static IEnumerable<(FileUpload File, string Use)> Files(ExportFormat format, Snowflake guild, string name, IReadOnlyList<IdeaCard> cards, DateTimeOffset now) => format switch
    {
        ExportFormat.Trello =>
        [
            (new FileUpload("ideas-trello.csv", IdeaTables.ForTrello(cards)), "for Trello, through one of its Power-Ups that import CSV; each status is a list."),
            (new FileUpload("ideas-trello.json", TrelloBoard.Of(guild, name, cards, now)), "a board as Trello exports it, for tools that import Trello boards, such as Wekan and Nextcloud Deck. Trello itself imports none."),
        ],
        ExportFormat.Notion => [(new FileUpload("ideas-notion.csv", IdeaTables.ForNotion(cards, isForExcel: false)), "for Notion: Import, then CSV; each idea is a page of one database.")],
        ExportFormat.Excel => [(new FileUpload("ideas-excel.csv", IdeaTables.ForNotion(cards, isForExcel: true)), "for Excel, LibreOffice and Google Sheets.")],
        ExportFormat.Markdown => [(new FileUpload("ideas.md", IdeaMarkdown.Of(name, cards)), "all of it to read, in any editor, on GitHub or in Notion.")],
    };
}
