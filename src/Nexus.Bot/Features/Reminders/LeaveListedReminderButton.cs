using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Leave, on a reminder of somebody else's that was opened from one's own list, on whatever server or in a DM.</summary>
internal sealed class LeaveListedReminderButton(PublicReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "leave-listed") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        ReminderListViews.Left(call.Number is { } reminder && await reminders.LeaveAsync(reminder, call.User, ct));
}
