using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"I meant …": another reading of the time that was typed.</summary>
internal sealed class ChooseReadingButton(ReminderBook book, ReminderDesk desk, TimeProvider clock) : IButton
{
    /// <summary>The argument is <c>reminder/time</c>.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "reading") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/', 2) is not [var number, var phrase]
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || await book.FindEntryAsync(call.User, id, ct) is not { } entry)
        {
            return ReminderViews.NotYours();
        }

        if (entry.Next is null || Times.WhenReader.Read(phrase, clock.GetUtcNow(), await desk.ZoneOfAsync(entry.Reminder, ct)) is not Times.WhenReading.Understood understood)
        {
            return ReminderViews.ReadingIsOver();
        }

        await book.RetimeAsync(entry.Reminder, understood.Best, ct);
        return await desk.ShowAsync(await book.EntryAsync(entry.Reminder, ct), ct);
    }
}
