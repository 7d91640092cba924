using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary><c>/announce list</c> shows what could not be posted, what is coming, and what was posted, with how late.</summary>
internal sealed class ListAnnouncementsCommand(AnnouncementLists lists) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "list", "See coming, waiting, paused, posted and failed announcements")
    {
        Options =
        [
            Option.Choice(
                "show",
                "Only these; everything but drafts if you leave this empty",
                ("coming", "coming"), ("drafts", "drafts"), ("waiting for approval", "waiting"), ("posted", "posted"), ("failed", "failed"), ("paused", "paused")).Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce list show:failed",
        Details = "Choose one below the list to see it as it looks, with what can be done about it. What failed says why, and can be tried again.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var list = AnnouncementListViews.Read(call.TextOrNull("show"));
        return AnnouncementListViews.List(list, await lists.FindAsync(call.Guild, list, ct));
    }
}
