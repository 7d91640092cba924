using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What people read when a reminder comes, and what becomes of that message.</summary>
internal static class ArrivedViews
{
    private const int Accent = 0xF0B232;
    private const int Quiet = 0x80848E;

    // Beside the names of all who joined.
    private const int MostSharedText = 600;

    /// <summary>The reminder as it comes.</summary>
    public static Container Open(ArrivedReminder arrived) => arrived switch
    {
        { Reminder.ByDm: true, Delivery.FellBack: not null } => Note(arrived),
        { Reminder.RoleId: { } role } => ForRole(arrived, role),
        _ => Card(arrived, Greeting(arrived)),
    };

    /// <summary>The same after something was taken back.</summary>
    public static Reply OpenAgain(ArrivedReminder arrived) => Reply.ChangeCard(Marked(arrived, Card(arrived, Greeting(arrived))));

    /// <summary>Behind "Show it" of a note in a channel.</summary>
    public static Reply Shown(ArrivedReminder arrived) => Reply.PrivateCard(arrived.IsDone ? DoneCard(arrived) : Card(arrived, Asked(arrived)));

    public static Reply Done(ArrivedReminder arrived) => arrived.IsShared
        ? Reply.Private("✅ Done, for you. The reminder of the others stays as it is.").With(Control.Button("Undo", ReopenReminderButton.Spec.For(arrived.Delivery.Id)))
        : Reply.ChangeCard(Marked(arrived, DoneCard(arrived)));

    /// <summary>To somebody who joined a shared one.</summary>
    public static Reply DoneByFollower() => Reply.Private("✅ Noted. It was one message for all of you, so it stays as it is for the others.");

    public static Reply Snoozed(ArrivedReminder arrived, DateTimeOffset until)
    {
        var whom = arrived.Reminder.RoleId is { } role ? Md.Role(role) : IsPrivate(arrived) || arrived.IsShared ? "you" : Md.User(arrived.Reminder.UserId);
        var words = $"💤 I will remind {whom} again {Md.Moment(until)}";
        var back = Control.Button("Undo", BringBackReminderButton.Spec.For(arrived.Delivery.Id));
        return arrived.IsShared
            ? Reply.Private($"{words}. {(arrived.Reminder.RoleId is null ? "The reminder of the others" : "This message")} stays as it is.").With(back)
            : Reply.ChangeCard(Marked(arrived, new Container(
            [
                new TextDisplay($"{words}:\n{ReminderViews.Quote(arrived.Reminder.Text, Reminder.MostText)}"),
                Control.Row([back, Control.Button("Done", FinishReminderButton.Spec.For(arrived.Delivery.Id), ButtonStyle.Success), .. Jump(arrived)]),
            ])
            { AccentColor = Quiet }));
    }

    public static Reply UndoneForYou() => Reply.Change("It is open again for you; nothing comes on its own. `/remind me` makes a new one.");

    public static Reply SnoozeIsUnclear(WhenReading reading, string phrase, long delivery, NodaTime.DateTimeZone zone) =>
        Reply.Private($"{TimeAnswers.Unclear(reading, phrase)} {TimeAnswers.TimesThatWork(zone, WhenReading.NotUnderstood.Examples)} Nothing was changed.")
            .With(Control.Button("Try again", SnoozeOtherwiseButton.Spec.For(delivery), ButtonStyle.Primary));

    // In a channel that others read, for what was asked in private: no word of it, until its owner presses.
    private static Container Note(ArrivedReminder arrived) => new(
    [
        new TextDisplay($"🔔 {Md.User(arrived.Reminder.UserId)}, a reminder of yours is due. I could not send it as a direct message, because yours are closed to me, so it waits here and only you can open it."),
        new TextDisplay($"-# To get them as DMs: this server's menu → Privacy Settings → Direct Messages.{LateLine(arrived)}"),
        Control.Row(Control.Button("Show it", ShowReminderButton.Spec.For(arrived.Delivery.Id), ButtonStyle.Primary)),
    ])
    { AccentColor = Accent };

    private static Container ForRole(ArrivedReminder arrived, Snowflake role)
    {
        var reminder = arrived.Reminder;
        if (arrived.Delivery.FellBack is not null)
        {
            return new Container(
            [
                new TextDisplay($"🔔 Your reminder for {Md.Role(role)} did not reach them:\n{ReminderViews.Quote(reminder.Text, Reminder.MostText)}"),
                new TextDisplay(Why(arrived) + LateLine(arrived)),
                .. Controls(arrived),
            ])
            { AccentColor = Accent };
        }

        var silent = arrived.PingsRole ? "" : $"\n-# Nobody was pinged: {Md.User(reminder.UserId)} may not mention that role any more, or I may not.";
        return new Container(
        [
            new TextDisplay($"🔔 {Md.Role(role)}, a reminder from {Md.User(reminder.UserId)}:\n{ReminderViews.Quote(reminder.Text, Reminder.MostText)}"),
            .. Small(Details(arrived) + silent),
            .. Controls(arrived),
        ])
        { AccentColor = Accent };
    }

    private static string Greeting(ArrivedReminder arrived)
    {
        var reminder = arrived.Reminder;
        return IsPrivate(arrived) ? Asked(arrived)
            : arrived.IsShared ? $"🔔 {string.Join(' ', arrived.Followers.Prepend(reminder.UserId).Select(Md.User))}, the reminder that {Md.User(reminder.UserId)} set {Md.Time(reminder.CreatedAt, 'R')}:"
            : $"🔔 {Md.User(reminder.UserId)}, you asked me {Md.Time(reminder.CreatedAt, 'R')} to remind you:";
    }

    private static string Asked(ArrivedReminder arrived)
    {
        var where = arrived.Reminder is { ChannelId: { } channel } ? $" in {Md.Channel(channel)}" : "";
        return $"🔔 You asked me{where} {Md.Time(arrived.Reminder.CreatedAt, 'R')} to remind you:";
    }

    private static Container DoneCard(ArrivedReminder arrived) => new(
    [
        new TextDisplay($"✅ Done:\n{ReminderViews.Quote(arrived.Reminder.Text, Reminder.MostText)}{Series(arrived)}"),
        Control.Row([Control.Button("Undo", ReopenReminderButton.Spec.For(arrived.Delivery.Id)), .. Jump(arrived)]),
    ])
    { AccentColor = Quiet };

    private static Container Card(ArrivedReminder arrived, string greeting)
    {
        var why = arrived is { Reminder.ByDm: false, Delivery.FellBack: not null } ? $"\n{Why(arrived)}" : "";
        return new Container(
        [
            new TextDisplay($"{greeting}\n{ReminderViews.Quote(arrived.Reminder.Text, arrived.IsShared ? MostSharedText : Reminder.MostText)}"),
            .. Small(Details(arrived) + why),
            .. Controls(arrived),
        ])
        { AccentColor = Accent };
    }

    private static Component[] Controls(ArrivedReminder arrived)
    {
        var id = arrived.Delivery.Id;
        return
        [
            Control.Row(
            [
                Control.Button("Done", FinishReminderButton.Spec.For(id), ButtonStyle.Success),
                Control.Button("Edit", EditArrivedReminderButton.Spec.For(id)),
                .. arrived.Followers.Count > 0 ? new[] { Control.Button("Leave", LeaveArrivedReminderButton.Spec.For(id)) } : [],
                .. Jump(arrived),
            ]),
            Control.Row(
                Control.Button("Snooze 10 min", SnoozeReminderButton.Spec.For($"{id}/10")),
                Control.Button("1 h", SnoozeReminderButton.Spec.For($"{id}/60")),
                Control.Button("Tomorrow 9:00", SnoozeReminderButton.Spec.For($"{id}/{SnoozeReminderButton.Morning}")),
                Control.Button("Another time…", SnoozeOtherwiseButton.Spec.For(id))),
        ];
    }

    private static IEnumerable<Component> Jump(ArrivedReminder arrived) => arrived.Reminder.Link is { } link ? [Control.Link("Go to the message", link)] : [];

    private static string Details(ArrivedReminder arrived)
    {
        var about = arrived.Subject is { } subject ? $"\n-# About the {subject.Kind} {Md.EscapeLine(subject.Name)}{(subject.Link is { } link ? $": {link}" : "")}" : "";
        return about + Series(arrived) + LateLine(arrived);
    }

    private static string Series(ArrivedReminder arrived) =>
        arrived.Reminder is { Repeats: { } series, EndedAt: null } ? $"\n-# 🔁 {WhenText.Rule(series)}" : "";

    private static string LateLine(ArrivedReminder arrived) =>
        arrived.LateBy is { } late ? $"\n-# ⏰ Late by {TimeText.Of(late)}: it was meant for {Md.Time(arrived.Delivery.DueAt, 'f')}" : "";

    private static string Why(ArrivedReminder arrived)
    {
        var place = arrived.Reminder.ChannelId is { } channel ? Md.Channel(channel) : "its channel";
        var others = arrived.Reminder.IsPublic ? " Those who had joined it were not told." : "";
        return arrived.Delivery.FellBack == DeliveryFailure.ChannelGone
            ? $"-# It comes as a direct message because the channel it was meant for no longer exists.{others}"
            : $"-# It comes as a direct message because I may not write in {place} any more.{others}";
    }

    private static IEnumerable<Component> Small(string lines) => lines.Length == 0 ? [] : [new TextDisplay(lines.TrimStart('\n'))];

    private static bool IsPrivate(ArrivedReminder arrived) => arrived.Delivery.ByDm || arrived.Reminder.ByDm;

    // The queue finds a message again by this.
    private static Container Marked(ArrivedReminder arrived, Container card) => card with { Id = DeliveryMark.Of(arrived.Delivery.Nonce) };
}
