using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>Event…, under the preview of one that is also a scheduled event.</summary>
internal sealed class ScheduleEventButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "event") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var look = await desk.LookAsync(announcement, ct);
        return look.CanChange ? AnnouncementFormViews.Event(announcement, look.Zone) : AnnouncementViews.TooLateToChange();
    }
}
