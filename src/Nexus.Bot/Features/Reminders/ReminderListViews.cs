using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Which of one's reminders a list shows.</summary>
internal enum ReminderFilter
{
    Coming,
    Past,
}

/// <summary>What people read in the list of their reminders.</summary>
internal static class ReminderListViews
{
    private const int PageSize = 10;
    private const int MostLine = 80;
    private const int MostSuggestion = 100;

    public static Reply List(IReadOnlyList<ReminderEntry> entries, ReminderFilter filter, DateTimeZone zone) =>
        Reply.PrivateCard(Parts(entries, filter, 0, zone));

    public static Reply Page(IReadOnlyList<ReminderEntry> entries, ReminderFilter filter, int page, DateTimeZone zone) =>
        Reply.ChangeCard(Parts(entries, filter, page, zone));

    private static List<Component> Parts(IReadOnlyList<ReminderEntry> entries, ReminderFilter filter, int page, DateTimeZone zone)
    {
        var other = filter == ReminderFilter.Coming ? ReminderFilter.Past : ReminderFilter.Coming;
        var turn = Control.Button(other == ReminderFilter.Past ? "What has been" : "What is coming", PageRemindersButton.Spec.For($"{other}/switch/0"));
        if (entries.Count == 0)
        {
            var empty = filter == ReminderFilter.Coming
                ? "You have no reminders waiting. `/remind me when:tomorrow 9:00 what:…` sets one, and so does **Remind me** in the menu of a message."
                : "No reminder of yours has come yet.";
            return [new TextDisplay(empty), Control.Row(turn)];
        }

        (var shown, page, var pages) = Paging.Slice(entries, page, PageSize);
        var title = filter == ReminderFilter.Coming ? $"## Your reminders\n-# {entries.Count} waiting, on all servers" : "## Reminders that have been";
        return
        [
            new TextDisplay($"{title}\n{string.Join('\n', shown.Select(Line))}"),
            Control.Row(new StringSelect
            {
                CustomId = OpenReminderSelect.Spec.For(),
                Placeholder = "Pick one to edit, cancel or see",
                Options = [.. shown.Select(entry => new SelectOption(
                    Md.Cut(Md.Line(entry.Reminder.Text), 80), entry.Reminder.Id.ToString(CultureInfo.InvariantCulture), Caption(entry, zone)))],
            }),
            .. Paging.Turns(page, pages, (way, to) => PageRemindersButton.Spec.For($"{filter}/{way}/{to}")),
            Control.Row(turn),
        ];
    }

    private static string Line(ReminderEntry entry)
    {
        var reminder = entry.Reminder;
        var what = Md.EscapeLine(Md.Cut(Md.Line(reminder.Text), MostLine));
        var whom = entry.IsFollowed ? $" · joined, from {Md.User(reminder.UserId)}" : reminder.RoleId is { } role ? $" · for {Md.Role(role)}" : "";
        if (entry.Next is { } next)
        {
            if (entry.IsNeedless)
            {
                return $"✖️ ended, because its {reminder.SubjectKind} is closed or done · {what}";
            }

            var mark = entry.IsFollowed ? "👥" : entry.IsSnoozed ? "💤" : reminder.Repeats is null ? "🔔" : "🔁";
            var rule = entry is { IsSnoozed: false, Reminder.Repeats: { } series } ? $" · {WhenText.Rule(series)}" : "";
            var trouble = next.Tries > 0 ? ", Discord did not take it yet" : "";
            return $"{mark} {Md.Time(next.DueAt, 'f')} ({Md.Time(next.DueAt, 'R')}{trouble}) · {what}{rule}{whom}";
        }

        return entry switch
        {
            { Reminder.EndedAt: { } ended } => $"✖️ cancelled {Md.Time(ended, 'f')} · {what}{whom}",
            { Last: { State: DeliveryState.Failed } last } => $"⚠️ due {Md.Time(last.DueAt, 'f')}, not delivered: {Reason(last)} · {what}{whom}",
            { Last: { State: DeliveryState.Sent } last } => $"{(entry.IsDone ? "✅ done, came" : "🔔 came")} {Md.Time(last.SentAt ?? last.DueAt, 'f')}{Lateness(last)} · {what}{whom}",
            { Reminder.SubjectKind: { } kind } => $"✖️ ended, because its {kind} is closed or done · {what}",
            _ => $"✖️ not needed any more · {what}{whom}",
        };
    }

    private static string Lateness(Delivery last) => last.Late >= SendDueDeliveriesJob.Punctual ? $", late by {TimeText.Of(last.Late.Value)}" : "";

    private static string Reason(Delivery last) => last.Failure switch
    {
        DeliveryFailure.DmClosed => "your direct messages are closed to me",
        DeliveryFailure.ChannelGone => "the channel no longer exists",
        DeliveryFailure.NotAllowed => "I may not write there",
        DeliveryFailure.PersonGone => "we share no server any more",
        DeliveryFailure.OutOfReach => "Discord could not be reached for a day",
        _ => "Discord refused it",
    };

    private static string? Caption(ReminderEntry entry, DateTimeZone zone) => (entry.Next ?? entry.Last) is { } row
        ? TimeText.Of(Instant.FromDateTimeOffset(row.DueAt).InZone(zone))
        : null;

    /// <summary>One that is over, opened from the list.</summary>
    public static Reply Past(ReminderEntry entry) => Reply.PrivateCard(
        new TextDisplay(Line(entry)),
        new TextDisplay(ReminderViews.Quote(entry.Reminder.Text, Reminder.MostText)),
        Control.Row(Control.Button("Remind me again", EditReminderButton.Spec.For(entry.Reminder.Id), ButtonStyle.Primary)));

    /// <summary>Somebody else's that this person has joined.</summary>
    public static Reply Followed(ReminderEntry entry) => Reply.PrivateCard(
        new TextDisplay($"{Line(entry)}\nIt comes in {Md.Channel(entry.Reminder.ChannelId!.Value)} and mentions you."),
        new TextDisplay(ReminderViews.Quote(entry.Reminder.Text, Reminder.MostText)),
        Control.Row(Control.Button("Leave", LeaveListedReminderButton.Spec.For(entry.Reminder.Id))));

    public static Reply Left(bool followed) => Reply.ChangeCard(
        new TextDisplay(followed ? "You will not be mentioned with it. **Remind me too** under it joins it again." : "You were not on it, so nothing changes."));

    /// <summary>A line of the list of things a reminder can be about.</summary>
    public static Suggestion Suggestion(ReminderSubject subject) =>
        new($"{subject.Name} ({subject.Kind})", string.Create(CultureInfo.InvariantCulture, $"{subject.Kind}/{subject.Id}"));

    /// <summary>A line of the list of times: how a phrase is understood.</summary>
    public static Suggestion Suggestion(string phrase, Reading reading, DateTimeOffset now, bool isOwnZone)
    {
        var kept = WhenText.ToKeep(reading, phrase, now);
        var zone = isOwnZone || !WhenText.DependsOnClock(phrase, reading, now) ? "" : $" {reading.Local.Zone.Id}";
        return new(
            Md.Cut($"{Md.Cut(phrase, 24)} → {reading.Words(now)}", MostSuggestion - zone.Length) + zone,
            kept.Length <= WhenReader.MostCharacters ? kept : phrase);
    }
}
