using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce edit</c> opens the form with the words and the time it has; of one that was posted it shows what still can be done.</summary>
internal sealed class EditAnnouncementCommand(AnnouncementDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "edit", "Change the words or the time of an announcement")
    {
        Options = [AnnouncementDesk.WhichOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce edit which:Demo day",
        Details = "Of one that was posted already, it shows how to correct it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var named = call.Text(AnnouncementDesk.WhichOption.Name);
        if (await desk.NamedAsync(call.Guild, named, ct) is var meant && meant is not [var announcement])
        {
            return AnnouncementViews.DidYouMean(named, meant);
        }

        var look = await desk.LookAsync(announcement, ct);
        return look.CanChange ? AnnouncementFormViews.Edit(announcement, look.Zone) : AnnouncementCardViews.Shown(look);
    }
}
