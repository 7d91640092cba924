using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Brings a discarded draft back.</summary>
internal sealed class PreviewAnnouncementButton(AnnouncementBook book, AnnouncementDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "preview") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        await book.BringBackAsync(draft, ct);
        return AnnouncementCardViews.ShownHere(await desk.LookAsync(draft, ct));
    }
}
