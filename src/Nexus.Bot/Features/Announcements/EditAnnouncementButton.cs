using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Edit, under the preview and under a scheduled announcement.</summary>
internal sealed class EditAnnouncementButton(AnnouncementBook book, GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "edit") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.DeliveryOfAsync(announcement, ct) is { State: not DeliveryState.Waiting }
            ? AnnouncementViews.TooLateToChange()
            : AnnouncementViews.FormAgain(announcement, Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone));
    }
}
