using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Another time…": asks until when.</summary>
internal sealed class SnoozeOtherwiseButton(ArrivedReminders reminders, PublicReminders shared, ReminderDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "snooze-otherwise");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } delivery)
        {
            return ReminderViews.NotYours();
        }

        var arrived = await reminders.FindAsync(call.User, delivery, ct);
        return arrived is not null || await shared.FollowedAsync(call, delivery, ct) is not null
            ? ReminderFormViews.SnoozeUntil(delivery, await desk.ZoneOfAsync(call, arrived, ct))
            : ReminderViews.NotYours();
    }
}
