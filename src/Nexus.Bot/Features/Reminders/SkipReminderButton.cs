using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Skip next" of a series, and its undo.</summary>
internal sealed class SkipReminderButton(ReminderBook book, ReminderDesk desk, TimeProvider clock) : IButton
{
    private const string Again = "again";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <summary>The argument is <c>reminder/day</c>, so that a second press skips no second day; <c>reminder/day/again</c> takes it back.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "skip") { ChangesMessage = true };

    public static string DayOf(Delivery next, Recurrence series) => Day.Format(Instant.FromDateTimeOffset(next.DueAt).InZone(series.Zone).Date);

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/');
        if (parts.Length < 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !Day.Parse(parts[1]).TryGetValue(default, out var day)
            || await book.FindEntryAsync(call.User, id, ct) is not { } entry)
        {
            return ReminderViews.NotYours();
        }

        if (entry is not { Next: { } next, Reminder: { Repeats: { } series } reminder })
        {
            return ReminderViews.NothingToCome(entry);
        }

        // Only what the card offered: its next day, or the one it has just left out.
        var skips = parts is not [_, _, Again];
        if (skips ? DayOf(next, series) == parts[1] : series.Skips.Contains(day))
        {
            if (!await book.SkipAsync(reminder, day, skips, ct))
            {
                return ReminderViews.NothingLeftToSkip();
            }

            entry = await book.EntryAsync(reminder, ct);
        }

        skips = entry.Reminder.Repeats!.Skips.Contains(day);
        var card = ReminderViews.ConfirmedHere(entry, await desk.ZoneOfAsync(reminder, ct), clock.GetUtcNow(), null, skips ? ReminderViews.Skipped(day) : null);
        return skips ? card.With(Control.Button("Undo the skip", Spec.For($"{id}/{parts[1]}/{Again}"))) : card;
    }
}
