using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Bring it back", after a reminder was cancelled.</summary>
internal sealed class RestoreReminderButton(ReminderBook book, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "restore") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindEntryAsync(call.User, call.Number, ct) is not { } entry ? ReminderViews.NotYours()
        : await book.RestoreAsync(entry.Reminder, ct) ? await desk.ShowAsync(await book.EntryAsync(entry.Reminder, ct), ct)
        : ReminderViews.TooLateToRestore();
}
