using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>When…, and Schedule… under a draft that has no time yet.</summary>
internal sealed class TimeAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "when") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var look = await desk.LookAsync(announcement, ct);
        return look.CanChange ? AnnouncementFormViews.Time(announcement, look.Zone) : AnnouncementViews.TooLateToChange();
    }
}
