using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Retry, beside an announcement that could not be posted.</summary>
internal sealed class RetryAnnouncementButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "retry") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.RetryAsync(announcement, ct)
            ? AnnouncementViews.BeingTriedAgain(announcement)
            : AnnouncementViews.NothingToRetry();
    }
}
