using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>What people read about when an announcement goes out.</summary>
internal static class SeriesViews
{
    private const int Dates = 5;

    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>For a preview: the rule in words with its next five dates, quiet hours it falls into, and who has to agree.</summary>
    public static IReadOnlyList<string> Lines(Announcement announcement, GuildConfiguration configuration, DateTimeOffset now)
    {
        string? state = announcement switch
        {
            { SentBackReason: { } reason } => $"↩️ Sent back: “{Md.EscapeLine(reason)}”",
            { AwaitsApproval: true } => "🔏 It waits for a second mentor's approval.",
            { PausedAt: { } since } => $"⏸️ Paused {Md.Time(since, 'R')}: nothing of it is posted until it is resumed.",
            _ => configuration.AnnouncementsNeedApproval && announcement.ApprovedBy is null ? "🔏 A second mentor has to approve it before it goes out." : null,
        };
        return state is null ? WhenLines(announcement, configuration, now) : [.. WhenLines(announcement, configuration, now), state];
    }

    /// <summary>The same without who has to agree.</summary>
    public static IReadOnlyList<string> WhenLines(Announcement announcement, GuildConfiguration configuration, DateTimeOffset now)
    {
        var lines = new List<string>();
        var next = SeriesTimes.Next(announcement, configuration, now, Dates + 1);
        if (announcement.Repeats is { } repeats)
        {
            lines.Add($"🔁 {Rule(announcement)} ({repeats.ZoneId})");
            var dates = string.Join(" · ", next.Take(Dates).Select(due => Md.Time(due, 'f')));
            lines.Add(next.Count switch
            {
                0 => "⚠️ It has no date left.",
                > Dates => $"Next: {dates} …",
                _ => $"Next: {dates}; then it ends.",
            });
        }

        if (QuietHours.Of(configuration) is { } quiet)
        {
            lines.AddRange(Quiet(announcement, quiet, now));
        }

        return lines;
    }

    /// <summary>"Every weekday at 09:00, until 20 Dec 2026, except 8 Dec 2026".</summary>
    public static string Rule(Announcement announcement) =>
        announcement.Repeats?.Words is { } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    public static Reply HandedIn(Announcement announcement) => Reply.ChangeCard(
        new TextDisplay($"🔏 **{Md.EscapeLine(announcement.Title)}** waits for a second mentor. Mentors find it with `/announce list show:waiting`, and in the log channel if the server has one. You hear from me either way."));

    public static Reply NoTimesLeft(Announcement announcement) => Reply.Private(
        $"**{Md.EscapeLine(announcement.Title)}** would never be posted: its repetition has no date left. Give it another time with **Edit**; nothing was scheduled.");

    /// <summary>What can be done with the dates of one that is shown: nothing for one that is posted once.</summary>
    public static IReadOnlyList<Button> Buttons(Announcement announcement, GuildConfiguration configuration, DateTimeOffset now)
    {
        if (announcement.Repeats is not { } repeats || announcement.IsHeldBack)
        {
            return announcement.PausedAt is null ? [] : [Control.Button("Resume", ResumeAnnouncementButton.Spec.For(announcement.Id), ButtonStyle.Primary)];
        }

        var quiet = SeriesTimes.QuietFor(announcement, configuration);
        var next = SeriesTimes.Days(repeats, quiet, DateTimeOffset.MinValue, now).Take(1);
        return
        [
            .. next.Select(time => Control.Button($"Skip {Day(time.Day)}", SkipDateButton.Spec.For(new SeriesDate(announcement.Id, time.Day).ToString()))),
            Control.Button("Pause", PauseAnnouncementButton.Spec.For(announcement.Id)),
        ];
    }

    public static Suggestion Suggestion(LiveAnnouncement live, DateTimeZone zone)
    {
        var (announcement, next) = live;
        var state = announcement.PausedAt is not null ? "paused"
            : next is { } due ? $"next {TimeText.Of(Instant.FromDateTimeOffset(due).InZone(zone))}"
            : "waits for a second mentor";
        return new($"{Md.Cut(announcement.Title, 60)} · {state}", announcement.Id.ToString(CultureInfo.InvariantCulture));
    }

    public static Suggestion Suggestion(SeriesTime time) => new(Day(time.Day), LocalDatePattern.Iso.Format(time.Day));

    /// <summary>"Tue 8 Dec 2026".</summary>
    public static string Day(LocalDate day) => Days.Format(day);

    public static Reply Skipped(Announcement announcement, LocalDate day, PlanResult plan) => Reply.PrivateCard(
        new TextDisplay($"⏭️ **{Title(announcement)}** leaves out **{Day(day)}**. {Goes(plan)}"),
        Control.Row(Control.Button("Undo", UnskipDateButton.Spec.For(new SeriesDate(announcement.Id, day).ToString()))));

    public static Reply Unskipped(Announcement announcement, LocalDate day, PlanResult plan) => Reply.ChangeCard(
        new TextDisplay($"✅ **{Title(announcement)}** comes on **{Day(day)}** again. {Goes(plan)}"));

    public static Reply AlreadySkipped(Announcement announcement, LocalDate day) => Reply.PrivateCard(
        new TextDisplay($"**{Day(day)}** is left out of **{Title(announcement)}** already."),
        Control.Row(Control.Button("Undo", UnskipDateButton.Spec.For(new SeriesDate(announcement.Id, day).ToString()))));

    public static Reply CannotBeUnskipped(Announcement announcement, LocalDate day) =>
        Reply.Private($"**{Day(day)}** of **{Title(announcement)}** is not skipped (any more), or is over. Nothing was changed.");

    public static Reply NoSuchDate(Announcement announcement, string typed, IReadOnlyList<SeriesTime> next) => Reply.PrivateCard(
        new TextDisplay($"**{Title(announcement)}** does not come on “{Md.EscapeLine(Md.Cut(typed, 100))}”. Nothing was changed. Press the date to leave out:"),
        Control.Row([.. next.Select(time => Control.Button(Day(time.Day), SkipDateButton.Spec.For(new SeriesDate(announcement.Id, time.Day).ToString())))]));

    public static Reply NothingToSkip(Announcement announcement) => Reply.Private(announcement.Repeats is null
        ? $"**{Title(announcement)}** is posted only once. `/announce cancel` takes it back, `/announce edit` moves it."
        : $"**{Title(announcement)}** has no date ahead, so there is none to leave out.");

    public static Reply TooManySkips(Announcement announcement) =>
        Reply.Private($"**{Title(announcement)}** leaves out {SeriesBook.MostSkips} days already. Give it another rhythm with `/announce edit`.");

    public static Reply Paused(Announcement announcement) => Reply.PrivateCard(
        new TextDisplay($"⏸️ **{Title(announcement)}** is paused. Nothing of it is posted until somebody resumes it, and nothing is made up for."),
        Control.Row(Control.Button("Resume", ResumeAnnouncementButton.Spec.For(announcement.Id))));

    public static Reply CannotBePaused(Announcement announcement) => announcement switch
    {
        { PausedAt: not null } => Reply.PrivateCard(
            new TextDisplay($"**{Title(announcement)}** is paused already."),
            Control.Row(Control.Button("Resume", ResumeAnnouncementButton.Spec.For(announcement.Id)))),
        { Repeats: null } => Reply.Private($"**{Title(announcement)}** is posted only once, so there is nothing to pause. `/announce cancel` takes it back, `/announce edit` moves it."),
        _ => Reply.Private($"**{Title(announcement)}** has no date ahead that could be paused."),
    };

    public static Reply NotPaused(Announcement announcement) => Reply.Private($"**{Title(announcement)}** is not paused. `/announce list` shows when it comes next.");

    public static Reply Resumed(Announcement announcement, PlanResult plan) => Reply.Private(plan.State switch
    {
        PlanState.Over => $"**{Title(announcement)}** is not paused any more, but its repetition has no date left. `/announce edit` gives it new ones.",
        _ => $"▶️ **{Title(announcement)}** goes on. {Goes(plan)}",
    });

    /// <summary>What was typed is no announcement's full title: nothing is done on a guess.</summary>
    public static Reply WhichOne(string named, IReadOnlyList<LiveAnnouncement> fitting)
    {
        var said = Md.EscapeLine(Md.Cut(named, 100));
        var alike = fitting.Where(it => it.Announcement.Title.Contains(named.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        var meant = (alike.Count > 0 ? alike : fitting).Take(5).Select(it => $"**{Title(it.Announcement)}**").ToList();
        return Reply.Private(meant.Count == 0
            ? $"I know no such announcement “{said}”, and none is there for this. `/announce list` shows all of them."
            : $"I am not sure which one “{said}” is. Pick it from the list while you type; there {(meant.Count == 1 ? "is" : "are")} {string.Join(", ", meant)}.");
    }

    private static string Goes(PlanResult plan) => plan switch
    {
        { State: PlanState.Coming, DueAt: { } due } => $"Next: {Md.Moment(due)}.",
        { State: PlanState.Paused } => "It is paused.",
        { State: PlanState.HandedIn } => "It waits for a second mentor.",
        _ => "It has no date left then.",
    };

    private static string Title(Announcement announcement) => Md.EscapeLine(announcement.Title);

    private static IEnumerable<string> Quiet(Announcement announcement, QuietHours quiet, DateTimeOffset now)
    {
        var due = announcement.DueAt ?? now;
        if (announcement.Repeats is { } repeats)
        {
            var any = SeriesTimes.Coming(repeats, null, DateTimeOffset.MinValue, now).Take(Dates).Any(time => quiet.Wait(time) != time);
            return !any ? [] : announcement.IgnoresQuietHours
                ? [$"🌙 Quiet hours are {quiet.Words}; this one is posted in them all the same."]
                : [$"🌙 Quiet hours are {quiet.Words}: what is due in them waits until {quiet.End}."];
        }

        return quiet.Wait(due) is var wait && wait == due ? [] : announcement.IgnoresQuietHours
            ? [$"🌙 Quiet hours are {quiet.Words}; it is posted in them all the same."]
            : [$"🌙 Quiet hours are {quiet.Words}: it waits and goes out {Md.Moment(wait)}."];
    }
}
