using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Undo, after Snooze: it is open again and does not come a second time.</summary>
internal sealed class BringBackReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "back") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return ReminderViews.NotYours();
        }

        await reminders.BringBackAsync(arrived, ct);
        return arrived.IsShared ? ArrivedViews.UndoneForYou() : ArrivedViews.OpenAgain(arrived);
    }
}
