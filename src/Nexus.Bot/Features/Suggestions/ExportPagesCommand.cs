using Nexus.Bot.Hub;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary><c>/topic export</c> gives pages as files for the hub's folder: one, or all that differ from it.</summary>
internal sealed class ExportPagesCommand(GuildHubs hubs, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "export", "Get changed pages as files for the hub's folder")
    {
        Options = [Option.Text("topic", "One page; leave it out for all that were changed", max: 100).SuggestedBy<PageNames>().Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/topic export",
        Details = "Pages approved here live in the database. Put the exported files into the hub's folder (`src/Nexus.Bot/Content/topics` in the repository), and files and database agree again.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var shipped = await hubs.OfAsync(null, ct);
        var hub = await hubs.OfAsync(call.Guild, ct);
        if (Md.Line(call.TextOrNull("topic")) is { Length: > 0 } typed)
        {
            return hub.Named(typed) is { } page ? ExportViews.Page(PageExport.Of(page, shipped)) : HistoryViews.Unknown(typed);
        }

        var pages = hub.Pages.Select(page => PageExport.Of(page, shipped)).ToList();
        var changed = pages.Where(page => page.Change != ExportChange.Equal).ToList();
        return ExportViews.Everything(changed, pages.Count - changed.Count, changed.Count == 0 ? [] : PageExport.Zip(changed, clock.GetUtcNow()));
    }
}
