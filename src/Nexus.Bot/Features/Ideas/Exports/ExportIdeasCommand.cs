using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary><c>/idea export</c> gives the ideas as files for other tools.</summary>
internal sealed class ExportIdeasCommand(GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "export", "Get the ideas as files for Trello, Notion, Excel or as text")
    {
        Options =
        [
            Option.Choice("format", "For which tool; a file for each when left out", [.. ExportViews.Formats.Select(format => (format.Name, format.Format.ToString()))]).Optional(),
            Option.Choice("status", "Only ideas of this status", [.. BoardState.Statuses.Select(status => (IdeaText.Status(status), status.ToString()))]).Optional(),
            TagChoice.Option,
        ],
        Visibility = Visibility.Private,
        Example = "/idea export format:notion",
        Details = "What everybody can see on the board, with votes, places and links; what waits for review is not in it, nor who voted. "
            + "What somebody typed is never a formula to a spreadsheet. Only you get the files.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        TagChoice.Of(call, await hubs.OfAsync(call.Guild, ct), out var tag)
        ?? ExportViews.Writing().Afterwards<WriteExport>(
            new ExportChoice(
                Enum.TryParse<ExportFormat>(call.TextOrNull("format"), out var format) && Enum.IsDefined(format) ? format : null,
                Enum.TryParse<IdeaStatus>(call.TextOrNull("status"), out var status) && BoardState.Statuses.Contains(status) ? status : null,
                tag).ToString());
}
