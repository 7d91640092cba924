using Nexus.Bot.Routing;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Skip, with its date, so that a second press skips nothing else.</summary>
internal sealed class SkipDateButton(SeriesBook book, AnnouncementSchedule schedule) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "skip") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (SeriesDate.Read(call.Argument) is not { } date || await book.FindAsync(call.Guild, date.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        if (announcement.Repeats is not { } repeats)
        {
            return SeriesViews.NothingToSkip(announcement);
        }

        if (repeats.Skips.Contains(date.Day))
        {
            return SeriesViews.AlreadySkipped(announcement, date.Day);
        }

        return repeats.Skips.Count >= SeriesBook.MostSkips ? SeriesViews.TooManySkips(announcement)
            : await book.SkipAsync(announcement, date.Day, call.User, ct) is { } plan ? SeriesViews.Skipped(announcement, date.Day, plan)
            : SeriesViews.NoSuchDate(announcement, SeriesViews.Day(date.Day), await schedule.NextAsync(announcement, 5, ct));
    }
}

/// <summary>Undo, under a skipped date.</summary>
internal sealed class UnskipDateButton(SeriesBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "unskip") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (SeriesDate.Read(call.Argument) is not { } date || await book.FindAsync(call.Guild, date.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.UnskipAsync(announcement, date.Day, call.User, ct) is { } plan
            ? SeriesViews.Unskipped(announcement, date.Day, plan)
            : SeriesViews.CannotBeUnskipped(announcement, date.Day);
    }
}

/// <summary>A date of an announcement in a custom id: <c>17/2026-12-08</c>.</summary>
internal sealed record SeriesDate(long Announcement, LocalDate Day)
{
    public static SeriesDate? Read(string argument) =>
        argument.Split('/') is [var id, var day]
        && long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && NodaTime.Text.LocalDatePattern.Iso.Parse(day) is { Success: true } parsed
            ? new SeriesDate(number, parsed.Value)
            : null;

    public override string ToString() => $"{Announcement}/{NodaTime.Text.LocalDatePattern.Iso.Format(Day)}";
}
