using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What people read when they ask for a reminder or change one.</summary>
internal static class ReminderViews
{
    public const string WhenField = "when";
    public const string WhatField = "what";
    public const string WhereField = "where";
    public const string Here = "here";
    public const string Dm = "dm";

    public const string NotPublic = "-# Nobody else can join it: that takes a channel in which you and I may write.";
    public const string YouMayNotWriteHere = "-# You may not write in this channel, so it does not come here.";
    public const string IMayNotWriteHere = "-# I may not write in this channel, so it does not come here.";

    private const int MostQuote = 300;
    private const int DatesShown = 3;

    /// <summary>The confirmation: what, when and where, as a new message.</summary>
    public static Reply Confirmed(ReminderEntry entry, DateTimeZone zone, DateTimeOffset now, HeardTime? heard, string? note = null) =>
        Reply.PrivateCard(ConfirmedParts(entry, zone, now, heard, note));

    /// <summary>The same in place of what stood there.</summary>
    public static Reply ConfirmedHere(ReminderEntry entry, DateTimeZone zone, DateTimeOffset now, HeardTime? heard, string? note = null) =>
        Reply.ChangeCard(ConfirmedParts(entry, zone, now, heard, note));

    public static Reply Ended(ReminderEntry entry) => Reply.ChangeCard(EndedParts(entry));

    public static Reply WhenIsUnclear(WhenReading reading, string phrase, Reminder draft, DateTimeZone zone) => Reply.PrivateCard(
        new TextDisplay($"{TimeAnswers.Unclear(reading, phrase)} {TimeAnswers.TimesThatWork(zone, WhenReading.NotUnderstood.RepeatingExamples)}"),
        new TextDisplay(Quote(draft.Text)),
        new TextDisplay("-# Nothing is planned yet. Your words are kept for a day."),
        Control.Row(FixTheTime(draft, phrase)));

    /// <summary>A reminder whose time is over was edited without a new one.</summary>
    public static Reply NeedsATime(Reminder reminder) => Reply.PrivateCard(
        new TextDisplay("It has come already, so it needs a new time. Your words are saved."),
        new TextDisplay(Quote(reminder.Text)),
        Control.Row(FixTheTime(reminder, "")));

    public static string TimeStays(WhenReading reading, string phrase, DateTimeZone zone) =>
        $"⚠️ {TimeAnswers.Unclear(reading, phrase)} The time stays as it was. {TimeAnswers.TimesThatWork(zone, WhenReading.NotUnderstood.RepeatingExamples)}";

    public static Reply WordingIsWrong() =>
        Reply.Private($"What shall I remind you of? I need between 1 and {Reminder.MostText} characters. Nothing was saved.");

    public static Reply Full(int most) => Reply.Private(string.Create(
        CultureInfo.InvariantCulture, $"You have {most} reminders waiting, and that is the most one person can have. `/remind list` shows them; cancel one that you no longer need. Nothing was saved."));

    public static Reply NotYours() => Reply.Private("This reminder belongs to somebody else, or is no more. `/remind me` makes your own, `/remind list` shows those you have.");

    public static Reply NothingToCome(ReminderEntry entry) => Reply.Private(entry.Last is { State: DeliveryState.Sent }
        ? "It has come already, so there is nothing to cancel."
        : "Nothing of it is to come any more. `/remind list` shows what is.");

    public static Reply TooLateToRestore() => Reply.Private("Its time has passed meanwhile. `/remind me` makes a new one.");

    public static string Skipped(LocalDate day) => $"⏭️ {day.ToString("d MMM", CultureInfo.InvariantCulture)} is left out.";

    public static Reply NothingLeftToSkip() => Reply.Private("After that no time would be left, so nothing was changed. **Stop** ends it.");

    public static Reply ReadingIsOver() => Reply.Private("That time has passed meanwhile. Press **Edit** and give it another one.");

    public static Reply UnknownSubject(string named, IReadOnlyList<ReminderSubject> open) => Reply.Private(
        $"I know nothing open that is called “{Md.EscapeLine(Md.Cut(named, 100))}”. "
        + (open.Count == 0 ? "There is nothing a reminder could be about right now; leave `about` out." : $"Pick it from the list while you type: {string.Join(", ", open.Take(5).Select(subject => Md.EscapeLine(Md.Cut(subject.Name, 60))))}.")
        + " Nothing was saved.");

    public static Reply RoleMayNotBeMentioned(Role role) => Reply.Private(
        $"You may not mention {Md.Role(role.Id)} there, so I would not either. It takes the permission Mention Everyone, or a role that anyone may mention. Nothing was saved.");

    public static string IMayNotMention(Role role) =>
        $"⚠️ I may not mention {Md.Role(role.Id)} myself, so nobody would be pinged. Let anyone mention it, or give Nexus Mention Everyone.";

    public static Reply NotEveryone() => Reply.Private("A reminder pings one role, not everyone. `/announce` reaches everyone. Nothing was saved.");

    public static Reply YouMayNotWriteThere(Snowflake channel) =>
        Reply.Private($"You may not write in {Md.Channel(channel)} yourself, so I do not either. Nothing was saved.");

    public static Reply MessageGone() => Reply.Private("I cannot see that message any more, so nothing was saved.");

    /// <summary>For everyone in the channel.</summary>
    public static Reply Invitation(ReminderEntry entry, int followers) => Reply.PublicCard(InvitationParts(entry, followers));

    public static Reply InvitationAgain(ReminderEntry entry, int followers) => Reply.ChangeCard(InvitationParts(entry, followers));

    public static Reply Followed(FollowResult result, ReminderEntry entry) => Reply.Private(result switch
    {
        FollowResult.Joined => $"✅ You will be mentioned too, {Md.Moment(entry.Next!.DueAt)}. **Not any more** takes it back.",
        FollowResult.Already => "You are on it already.",
        FollowResult.IsOwner => "It is your own reminder, so you are on it already.",
        FollowResult.Full => $"{ReminderFollower.Most} people are on it, and one message mentions no more. `/remind me` makes your own.",
        FollowResult.Over => "It is over. `/remind me` makes your own.",
    });

    public static Reply Left(bool followed) =>
        Reply.Private(followed ? "You will not be mentioned with it." : "You were not on it, so nothing changes.");

    /// <summary>Somebody's words on lines of their own.</summary>
    public static string Quote(string text, int most = MostQuote) =>
        "> " + UserMarkdown.Safe(Md.Cut(text, most)).Replace("\n", "\n> ", StringComparison.Ordinal);

    private static Component[] ConfirmedParts(ReminderEntry entry, DateTimeZone zone, DateTimeOffset now, HeardTime? heard, string? note)
    {
        var reminder = entry.Reminder;
        var series = entry.IsSnoozed ? null : reminder.Repeats;
        return
        [
            new TextDisplay($"✅ I will remind {Whom(reminder)} {When(entry, zone)}:"),
            new TextDisplay(Quote(reminder.Text)),
            new TextDisplay(string.Join('\n', Lines(entry, now, heard, note).OfType<string>())),
            series is null
                ? Control.Row(Edit(reminder), Control.Button(heard is { IsEdit: false } ? "Undo" : "Cancel it", EndReminderButton.Spec.For(reminder.Id)))
                : Control.Row(Edit(reminder), SkipNext(entry, series), Control.Button("Stop", EndReminderButton.Spec.For(reminder.Id), ButtonStyle.Danger)),
            .. OtherReadings(reminder, heard, now),
        ];
    }

    private static string Whom(Reminder reminder) => reminder.RoleId is { } role ? Md.Role(role) : "you";

    private static string When(ReminderEntry entry, DateTimeZone zone)
    {
        if (entry is { IsSnoozed: false, Reminder.Repeats: { } series })
        {
            return $"**{WhenText.Rule(series)}**{(series.ZoneId == zone.Id ? "" : $" ({series.ZoneId})")}";
        }

        return Md.Moment(entry.Next!.DueAt);
    }

    private static IEnumerable<string?> Lines(ReminderEntry entry, DateTimeOffset now, HeardTime? heard, string? note)
    {
        var reminder = entry.Reminder;
        if (entry is { IsSnoozed: false, Reminder.Repeats: { } series })
        {
            var dates = series.Next(Instant.FromDateTimeOffset(entry.Next!.DueAt).Minus(Duration.Epsilon), DatesShown);
            yield return $"Next: {string.Join(" · ", dates.Select(date => Md.Time(date.ToDateTimeOffset(), 'f')))}{(dates.Count < DatesShown ? ", and then it ends" : "")}";
        }

        yield return reminder switch
        {
            { RoleId: not null } => $"It goes to {Md.Channel(reminder.ChannelId!.Value)} and pings them.",
            { ByDm: true } => "It comes as a direct message.",
            _ => $"It comes in {Md.Channel(reminder.ChannelId!.Value)} and mentions you.",
        };
        yield return reminder.Link is { } link ? $"It leads back to {link}" : null;
        yield return reminder.SubjectKind is { } kind ? $"It goes with its {kind}: once that is over, closed or done, it does not come." : null;
        yield return heard is null ? null : ReadAs(heard, now);
        yield return note;
    }

    // By a clock that is not the person's own, the hour of "in 20 min" would only puzzle.
    private static string? ReadAs(HeardTime heard, DateTimeOffset now)
    {
        var best = heard.Reading.Best;
        if (!heard.IsOwnZone && !WhenText.DependsOnClock(heard.Phrase, best, now))
        {
            return null;
        }

        var assumed = best.TimeAssumed ? $"; you gave no time of day, so I took {best.Local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)}" : "";
        var decided = best.Note is null ? "" : $"; {best.Note}";
        return $"-# Read as {TimeText.Of(best.Local)} in {best.Local.Zone.Id}{decided}{assumed}";
    }

    private static IEnumerable<Component> OtherReadings(Reminder reminder, HeardTime? heard, DateTimeOffset now)
    {
        var buttons = (heard?.Reading.Readings ?? []).Skip(1)
            .Select(reading => (reading, Id: ChooseReadingButton.Spec.For($"{reminder.Id}/{WhenText.ToKeep(reading, heard!.Phrase, now)}")))
            .Where(other => other.Id.Length <= ControlId.MaxLength)
            .Select(other => Control.Button($"I meant {other.reading.Repeats?.Words ?? TimeText.Of(other.reading.Local)}", other.Id))
            .ToList();
        return buttons.Count == 0 ? [] : [Control.Row(buttons)];
    }

    private static Button Edit(Reminder reminder) => Control.Button("Edit", EditReminderButton.Spec.For(reminder.Id));

    private static Button SkipNext(ReminderEntry entry, Recurrence series) => Control.Button(
        "Skip next", SkipReminderButton.Spec.For($"{entry.Reminder.Id}/{SkipReminderButton.DayOf(entry.Next!, series)}"));

    private static Component[] EndedParts(ReminderEntry entry)
    {
        var reminder = entry.Reminder;
        return
        [
            new TextDisplay(reminder.Repeats is null ? $"Cancelled: I will not remind {Whom(reminder)} of this." : $"Stopped: I will not remind {Whom(reminder)} of this any more."),
            new TextDisplay(Quote(reminder.Text)),
            Control.Row(Control.Button(reminder.Repeats is null ? "Bring it back" : "Go on with it", RestoreReminderButton.Spec.For(reminder.Id))),
        ];
    }

    private static Component[] InvitationParts(ReminderEntry entry, int followers)
    {
        var reminder = entry.Reminder;
        var when = entry switch
        {
            { Next: null } => "",
            { IsSnoozed: false, Reminder.Repeats: { } series } => $" {WhenText.Rule(series)}, next {Md.Moment(entry.Next.DueAt)}",
            _ => $" {Md.Moment(entry.Next.DueAt)}",
        };
        return
        [
            new TextDisplay($"🔔 {Md.User(reminder.UserId)} has set a reminder{when}:"),
            new TextDisplay(Quote(reminder.Text, Reminder.MostText)),
            .. followers == 0 ? Array.Empty<Component>() : [new TextDisplay(followers == 1 ? "-# 1 more person wants it too." : $"-# {followers} more people want it too.")],
            Control.Row(
                Control.Button("Remind me too", FollowReminderButton.Spec.For(reminder.Id), ButtonStyle.Primary),
                Control.Button("Not any more", LeaveReminderButton.Spec.For(reminder.Id))),
        ];
    }

    private static Button FixTheTime(Reminder draft, string phrase) =>
        Control.Button("Fix the time", EditReminderButton.Spec.Fitting($"{draft.Id}/{phrase}"), ButtonStyle.Primary);
}
