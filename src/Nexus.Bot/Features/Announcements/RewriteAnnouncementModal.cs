using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The form behind Edit: words and time, of a draft or of a scheduled announcement.</summary>
internal sealed class RewriteAnnouncementModal(AnnouncementBook book, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "rewrite") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        var now = clock.GetUtcNow();
        if (announcement.Write(call.Text(AnnouncementViews.TitleField), call.Text(AnnouncementViews.TextField)) is var result and not WordingResult.Fits)
        {
            return AnnouncementViews.WordingIsWrong(result, announcement);
        }

        // A time that cannot be read must not cost the words that came with it.
        var phrase = call.Text(AnnouncementViews.WhenField);
        string? note = null;
        if (phrase != TimeText.ToEdit(announcement.DueAt!.Value, zone))
        {
            var reading = WhenReader.Read(phrase, now, zone, AnnouncementViews.AskedOfTimes);
            note = reading is WhenReading.Understood ? null : AnnouncementViews.TimeStays(reading, phrase, zone);
            announcement.DueAt = (reading as WhenReading.Understood)?.At ?? announcement.DueAt;
        }

        if (!await book.SaveAsync(announcement, call.User, ct))
        {
            return AnnouncementViews.TooLateToChange();
        }

        return await book.DeliveryOfAsync(announcement, ct) is null
            ? AnnouncementViews.PreviewAgain(announcement, zone, now, note)
            : AnnouncementViews.Rescheduled(announcement, note);
    }
}
