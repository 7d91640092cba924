using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Edit, under the preview and under a scheduled announcement.</summary>
internal sealed class EditAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "edit") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var look = await desk.LookAsync(announcement, ct);
        return look.CanChange ? AnnouncementFormViews.Edit(announcement, look.Zone) : AnnouncementViews.TooLateToChange();
    }
}
