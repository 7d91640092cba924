using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Undo of a reminder, and Stop of a series.</summary>
internal sealed class EndReminderButton(ReminderBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "end") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindEntryAsync(call.User, call.Number, ct) is not { } entry ? ReminderViews.NotYours()
        : entry.Reminder.EndedAt is not null && entry.Next is null ? ReminderViews.Ended(entry)
        : await book.EndAsync(entry.Reminder, ct) ? ReminderViews.Ended(entry)
        : ReminderViews.NothingToCome(entry);
}
