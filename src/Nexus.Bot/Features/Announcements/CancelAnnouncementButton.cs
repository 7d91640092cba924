using Nexus.Bot.Features.Announcements.Series;
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

        return await book.CancelAsync(announcement, call.User, ct) switch
        {
            CancelResult.Cancelled => AnnouncementViews.CancelledHere(announcement),
            CancelResult.MayStand => AnnouncementViews.CancelledUnsureHere(announcement),
            CancelResult.TooLate => AnnouncementViews.TooLateToCancel(),
        };
    }
}
