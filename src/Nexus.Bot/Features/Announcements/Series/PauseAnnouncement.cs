using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary><c>/announce pause</c> stops a repetition until it is resumed.</summary>
internal sealed class PauseAnnouncementCommand(SeriesBook book, AnnouncementSchedule schedule) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "pause", "Stop a recurring announcement until you resume it")
    {
        Options = [Option.Text("which", "Which recurring announcement", min: 1, max: 100).SuggestedBy<RunningSeries>()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce pause which:Stand-up",
        Details = "Nothing of it is posted while it is paused, and nothing is made up for afterwards. `/announce resume` goes on with the next date.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var live = await book.LiveAsync(call.Guild, ct);
        return SeriesBook.Named(live, call.Text("which")) is not { } announcement
            ? SeriesViews.WhichOne(call.Text("which"), [.. live.Where(it => it.Announcement.Repeats is not null)])
            : await schedule.PauseAsync(announcement, call.User, ct) ? SeriesViews.Paused(announcement)
            : SeriesViews.CannotBePaused(announcement);
    }
}

/// <summary><c>/announce resume</c> lets a paused repetition go on with its next date.</summary>
internal sealed class ResumeAnnouncementCommand(SeriesBook book, AnnouncementSchedule schedule) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "resume", "Let a paused announcement go on")
    {
        Options = [Option.Text("which", "Which paused announcement", min: 1, max: 100).SuggestedBy<PausedSeries>()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce resume which:Stand-up",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var live = await book.LiveAsync(call.Guild, ct);
        return SeriesBook.Named(live, call.Text("which")) is not { } announcement
            ? SeriesViews.WhichOne(call.Text("which"), [.. live.Where(it => it.Announcement.PausedAt is not null)])
            : announcement.PausedAt is null ? SeriesViews.NotPaused(announcement)
            : SeriesViews.Resumed(announcement, await schedule.ResumeAsync(announcement, call.User, ct));
    }
}

/// <summary>Pause, beside a recurring announcement.</summary>
internal sealed class PauseAnnouncementButton(SeriesBook book, AnnouncementSchedule schedule) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "pause") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement ? AnnouncementViews.Gone()
        : await schedule.PauseAsync(announcement, call.User, ct) ? SeriesViews.Paused(announcement)
        : SeriesViews.CannotBePaused(announcement);
}

/// <summary>Resume, beside a paused announcement.</summary>
internal sealed class ResumeAnnouncementButton(SeriesBook book, AnnouncementSchedule schedule) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "resume") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement ? AnnouncementViews.Gone()
        : announcement.PausedAt is null ? SeriesViews.NotPaused(announcement)
        : SeriesViews.Resumed(announcement, await schedule.ResumeAsync(announcement, call.User, ct));
}
