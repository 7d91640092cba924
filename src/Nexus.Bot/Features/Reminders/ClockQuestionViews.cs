using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The question whether the clock by which a time was read is the person's own. Asked once.</summary>
internal static class ClockQuestionViews
{
    public const string CityField = "city";

    private const int MostChoices = 5;

    public static Reply Ask(Reminder reminder, Reading read, DateTimeOffset now)
    {
        var zone = read.Local.Zone;
        var whose = reminder.Guild is null ? "since I do not know your time zone" : "this server's time zone";
        return Reply.PrivateCard(
            new TextDisplay($"🕘 Your clock may differ: I read {Time(read.Local)} as {zone.Id}, {whose}. It is {Clock(now, zone)} there now."),
            Control.Row(
                Control.Button("That's right", KeepClockButton.Spec.For(zone.Id), ButtonStyle.Primary),
                Control.Button("My clock is elsewhere…", MoveClockButton.Spec.For(reminder.Id))),
            new TextDisplay("-# I ask this only once. `/timezone set` changes it at any time."));
    }

    public static Reply Form(long reminder) => Reply.Form(new Modal
    {
        CustomId = MoveClockModal.Spec.For(reminder),
        Title = "My clock",
        Components = [Control.TextField(CityField, "Your city", ZoneSearch.MostCharacters, placeholder: "Accra", hint: "Or a country, or a zone such as Africa/Accra")],
    });

    public static Reply Kept(DateTimeZone zone, DateTimeOffset now) =>
        Reply.ChangeCard(new TextDisplay($"✅ I read your times in {zone.Id} from now on, where it is {Clock(now, zone)}. `/timezone set` changes that."));

    /// <summary>The zone is set, and the reminder keeps its time on the wall.</summary>
    public static Reply Moved(DateTimeZone zone, DateTimeOffset now, ReminderEntry? moved) => Reply.ChangeCard(new TextDisplay(
        $"✅ I read your times in {zone.Id} from now on, where it is {Clock(now, zone)}."
        + (moved?.Next is { } next ? $"\nThis reminder is at {Time(Instant.FromDateTimeOffset(next.DueAt).InZone(zone))} of your clock now: {Md.Moment(next.DueAt)}." : "")));

    public static Reply AlreadyChosen(DateTimeZone zone) =>
        Reply.ChangeCard(new TextDisplay($"Your time zone is {zone.Id} already. `/timezone set` changes it."));

    public static Reply WhichOne(long reminder, string typed, IReadOnlyList<ZoneFound> found, DateTimeOffset now)
    {
        var named = $"“{Md.EscapeLine(Md.Cut(typed, 60))}”";
        var again = Control.Button("Try again", MoveClockButton.Spec.For(reminder));
        return found.Count == 0
            ? Reply.ChangeCard(new TextDisplay($"I know no place called {named}. A larger city nearby works, or a zone such as Africa/Accra."), Control.Row(again))
            : Reply.ChangeCard(
                new TextDisplay($"Which one is {named}?"),
                Control.Row([.. found.Take(MostChoices).Select(it => Control.Button(it.Words(now), ChooseClockButton.Spec.For($"{reminder}/{it.Zone.Id}")))]),
                Control.Row(again));
    }

    private static string Clock(DateTimeOffset now, DateTimeZone zone) => Time(Instant.FromDateTimeOffset(now).InZone(zone));

    private static string Time(ZonedDateTime moment) => moment.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
}
