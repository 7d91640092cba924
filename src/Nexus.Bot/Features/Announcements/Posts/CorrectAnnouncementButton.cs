using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Correct it, under a posted announcement: a draft that will link to it, opened in the form.</summary>
internal sealed class CorrectAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "correct") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.LastPostAsync(announcement, ct) is null
            ? AnnouncementViews.NotPosted()
            : AnnouncementFormViews.Edit(await book.CorrectionOfAsync(announcement, call.User, ct), await desk.ZoneAsync(call.Guild, ct));
    }
}
