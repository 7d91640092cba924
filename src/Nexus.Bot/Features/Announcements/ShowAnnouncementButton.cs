using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Show, beside an announcement's name.</summary>
internal sealed class ShowAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "show") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } id && await book.FindAsync(call.Guild, id, ct) is { } announcement
            ? AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct))
            : AnnouncementViews.Gone();
}
