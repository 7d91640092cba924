using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Edit, under the confirmation of a reminder, and "Fix the time" under a draft.</summary>
internal sealed class EditReminderButton(ReminderBook book, ReminderDesk desk) : IButton
{
    /// <summary>The argument is <c>reminder</c>, or <c>reminder/phrase</c> with what could not be read.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "edit");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/', 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.FindEntryAsync(call.User, id, ct) is { } entry
            ? ReminderFormViews.Edit(entry, await desk.ZoneOfAsync(entry.Reminder, ct), parts is [_, var phrase] ? phrase : "", RewriteReminderModal.Spec.For(id))
            : ReminderViews.NotYours();
    }
}

/// <summary>The form behind Edit.</summary>
internal sealed class RewriteReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "rewrite") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => desk.RewriteAsync(call, inPlace: true, ct);
}

/// <summary>Edit, on a reminder that has come.</summary>
internal sealed class EditArrivedReminderButton(ArrivedReminders arrived, ReminderBook book, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "edit-arrived");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await arrived.FindAsync(call.User, call.Number, ct) is { Reminder: var reminder }
            ? ReminderFormViews.Edit(await book.EntryAsync(reminder, ct), await desk.ZoneOfAsync(reminder, ct), "", RewriteArrivedReminderModal.Spec.For(reminder.Id))
            : ReminderViews.NotYours();
}

/// <summary>Its form. The message it was opened from stays: others may read it.</summary>
internal sealed class RewriteArrivedReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "rewrite-arrived");

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => desk.RewriteAsync(call, inPlace: false, ct);
}

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
