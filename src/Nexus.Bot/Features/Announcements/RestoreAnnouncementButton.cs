using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Undo, under a cancelled announcement.</summary>
internal sealed class RestoreAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "restore") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.RestoreAsync(announcement, call.User, ct)
            ? AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.BroughtBack()))
            : AnnouncementViews.TooLateToRestore();
    }
}
