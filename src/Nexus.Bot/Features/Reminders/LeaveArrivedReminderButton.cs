using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Leave, on a shared reminder that has come.</summary>
internal sealed class LeaveArrivedReminderButton(PublicReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "leave-arrived");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        ReminderViews.Left(await reminders.FollowedAsync(call, call.Number, ct) is { } reminder && await reminders.LeaveAsync(reminder.Id, call.User, ct));
}
