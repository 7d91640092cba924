using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>The form behind When… and Schedule….</summary>
internal sealed class TimeAnnouncementModal(AnnouncementBook book, AnnouncementDesk desk, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "settime") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var zone = await desk.ZoneAsync(call.Guild, ct);
        var phrase = call.Text(AnnouncementFormViews.WhenField).Trim();
        if (WhenReader.Read(phrase, clock.GetUtcNow(), zone, AnnouncementPhrases.Asked) is var reading && reading is not WhenReading.Understood understood)
        {
            await book.KeepRefusedAsync(announcement, announcement.Title, announcement.Text, phrase, ct);
            return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.TimeStays(reading, phrase, zone)));
        }

        AnnouncementPhrases.Apply(announcement, understood);
        announcement.Refused = null;
        return await desk.SavedAsync(announcement, call.User, ct);
    }
}
