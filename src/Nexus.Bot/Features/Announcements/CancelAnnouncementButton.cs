using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Cancel, under a scheduled announcement and under "did you mean".</summary>
internal sealed class CancelAnnouncementButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "cancel") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.CancelAsync(announcement, ct)
            ? AnnouncementViews.CancelledHere(announcement)
            : AnnouncementViews.TooLateToCancel();
    }
}
