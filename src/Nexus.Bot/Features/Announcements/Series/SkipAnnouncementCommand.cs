using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary><c>/announce skip</c> leaves one date of a repetition out.</summary>
internal sealed class SkipAnnouncementCommand(SeriesBook book, AnnouncementSchedule schedule, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "skip", "Leave out one date of a recurring announcement")
    {
        Options =
        [
            Option.Text("which", "Which recurring announcement", min: 1, max: 100).SuggestedBy<RunningSeries>(),
            Option.Text("date", "The date to leave out; the next one if you leave this empty", min: 1, max: 100).SuggestedBy<CurrentDates>().Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce skip which:Stand-up date:2026-12-08",
        Details = "Everything after that date goes on as before, and the answer has an Undo.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var live = await book.LiveAsync(call.Guild, ct);
        if (SeriesBook.Named(live, call.Text("which")) is not { } announcement)
        {
            return SeriesViews.WhichOne(call.Text("which"), [.. live.Where(it => it.Announcement.Repeats is not null)]);
        }

        var next = await schedule.NextAsync(announcement, 1, ct);
        if (announcement.Repeats is not { } repeats || next.Count == 0)
        {
            return SeriesViews.NothingToSkip(announcement);
        }

        if (repeats.Skips.Count >= SeriesBook.MostSkips)
        {
            return SeriesViews.TooManySkips(announcement);
        }

        var day = call.TextOrNull("date") is { } typed ? Day(typed, repeats) : next[0].Day;
        return day is { } known && await book.SkipAsync(announcement, known, call.User, ct) is { } plan
            ? SeriesViews.Skipped(announcement, known, plan)
            : SeriesViews.NoSuchDate(announcement, call.Text("date"), await schedule.NextAsync(announcement, 5, ct));
    }

    private LocalDate? Day(string typed, Recurrence repeats) =>
        WhenReader.Read(typed, clock.GetUtcNow(), repeats.Zone, WhenAsked.Once) is WhenReading.Understood understood ? understood.Best.Local.Date : null;
}
