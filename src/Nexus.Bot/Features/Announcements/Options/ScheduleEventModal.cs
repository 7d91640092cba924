using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>When, how long and where the announced thing takes place, as a scheduled event of the server.</summary>
internal sealed class ScheduleEventModal(AnnouncementBook book, AnnouncementDesk desk, TimeProvider clock) : IModal
{
    private const int MostMinutes = 7 * 24 * 60;

    public static ControlSpec Spec { get; } = new("announcements", "setevent") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var now = clock.GetUtcNow();
        var (start, length, place) = (call.Text(AnnouncementFormViews.StartField).Trim(), call.Text(AnnouncementFormViews.LengthField), Md.Line(call.Text(AnnouncementFormViews.PlaceField)));
        var reading = WhenReader.Read(start, now, await desk.ZoneAsync(call.Guild, ct), WhenAsked.TimeOfDay | WhenAsked.Once);
        var minutes = AnnouncementPhrases.Minutes(length, now);
        var wrong = reading is not WhenReading.Understood ? AnnouncementViews.EventTimeIsWrong(reading, start)
            : minutes is not (>= 1 and <= MostMinutes) ? "Its length is to be between a minute and a week, such as `90 min` or `2 hours`."
            : place.Length is 0 or > AnnouncedEvent.MostPlace ? $"It needs a place of at most {AnnouncedEvent.MostPlace} characters."
            : null;
        if (wrong is not null)
        {
            return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.EventIsWrong(wrong, $"{start} · {length} · {place}")));
        }

        announcement.Event = new AnnouncedEvent { StartsAt = ((WhenReading.Understood)reading).At, Minutes = minutes!.Value, Place = place };
        return await desk.SavedAsync(announcement, call.User, ct);
    }
}
