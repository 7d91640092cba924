using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Duplicate, under an announcement: a draft like it, without a time.</summary>
internal sealed class DuplicateAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "duplicate") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } id && await book.FindAsync(call.Guild, id, ct) is { } announcement
            ? AnnouncementCardViews.Shown(await desk.LookAsync(await book.DuplicateAsync(announcement, call.User, null, ct), ct))
            : AnnouncementViews.Gone();
}
