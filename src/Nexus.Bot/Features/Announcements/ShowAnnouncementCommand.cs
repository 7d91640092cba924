using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce show</c> shows one as it looks, where it stands, and what can be done with it.</summary>
internal sealed class ShowAnnouncementCommand(AnnouncementDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "show", "See an announcement, where it stands, and what can be done with it")
    {
        Options = [AnnouncementDesk.WhichOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce show which:Demo day",
        Details = "For 10 minutes after it was posted there is an **Undo**; after that **Correct it** posts a correction that links to it, and **Edit the post** changes its words.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var named = call.Text(AnnouncementDesk.WhichOption.Name);
        return await desk.NamedAsync(call.Guild, named, ct) is var meant && meant is [var announcement]
            ? AnnouncementCardViews.Shown(await desk.LookAsync(announcement, ct))
            : AnnouncementViews.DidYouMean(named, meant);
    }
}
