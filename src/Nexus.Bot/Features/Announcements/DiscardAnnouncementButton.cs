using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Cancel, under the preview. The draft stays for a day, so that a slip of the finger loses no text.</summary>
internal sealed class DiscardAnnouncementButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "discard") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (await book.DeliveryOfAsync(draft, ct) is { } delivery)
        {
            return AnnouncementViews.AlreadyConfirmed(draft, delivery);
        }

        await book.DiscardAsync(draft, ct);
        return AnnouncementViews.Discarded(draft);
    }
}
