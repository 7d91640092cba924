using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Another time…": asks until when.</summary>
internal sealed class SnoozeOtherwiseButton(ArrivedReminders reminders, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "snooze-otherwise");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await reminders.FindAsync(call.User, call.Number, ct) is { } arrived
            ? ReminderFormViews.SnoozeUntil(arrived.Delivery.Id, await desk.ZoneOfAsync(arrived.Reminder, ct))
            : ReminderViews.NotYours();
}
