using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Undo, after Done.</summary>
internal sealed class ReopenReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "reopen") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return ReminderViews.NotYours();
        }

        await reminders.ReopenAsync(arrived, ct);
        return arrived.IsShared ? ArrivedViews.UndoneForYou() : ArrivedViews.OpenAgain(arrived);
    }
}
