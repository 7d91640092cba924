using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce list</c> shows what could not be posted, what is coming, and what was posted, with how late.</summary>
internal sealed class ListAnnouncementsCommand(AnnouncementBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "list", "See coming, posted and failed announcements")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce list",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        AnnouncementListViews.List(await book.AllAsync(call.Guild, ct));
}
