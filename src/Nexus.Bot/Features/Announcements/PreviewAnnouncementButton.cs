using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Brings a discarded draft back.</summary>
internal sealed class PreviewAnnouncementButton(AnnouncementBook book, GuildConfigurations configurations, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "preview") { Audience = Audience.Mentors, ChangesMessage = true };

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

        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        return AnnouncementViews.PreviewAgain(draft, zone, clock.GetUtcNow());
    }
}
