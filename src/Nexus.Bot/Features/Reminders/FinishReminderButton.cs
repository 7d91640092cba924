using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Done, on a reminder that has come.</summary>
internal sealed class FinishReminderButton(ArrivedReminders reminders, PublicReminders shared) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "done") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return await shared.FollowedAsync(call, call.Number, ct) is null ? ReminderViews.NotYours() : ArrivedViews.DoneByFollower();
        }

        await reminders.FinishAsync(arrived, ct);
        return ArrivedViews.Done(arrived);
    }
}
