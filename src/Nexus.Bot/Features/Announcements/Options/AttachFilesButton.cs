using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>Files…, under the preview.</summary>
internal sealed class AttachFilesButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "files") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var look = await desk.LookAsync(announcement, ct);
        return look.CanChange ? AnnouncementFormViews.Files(announcement, look.Files) : AnnouncementViews.TooLateToChange();
    }
}
