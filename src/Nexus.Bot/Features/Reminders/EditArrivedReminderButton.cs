using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Edit, on a reminder that has come.</summary>
internal sealed class EditArrivedReminderButton(ArrivedReminders arrived, ReminderBook book, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "edit-arrived");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await arrived.FindAsync(call.User, call.Number, ct) is { Reminder: var reminder }
            ? ReminderFormViews.Edit(await book.EntryAsync(reminder, ct), await desk.ZoneOfAsync(reminder, ct), "", RewriteArrivedReminderModal.Spec.For(reminder.Id))
            : ReminderViews.NotYours();
}
