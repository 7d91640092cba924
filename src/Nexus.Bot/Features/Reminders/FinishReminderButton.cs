using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Done, on a reminder that has come.</summary>
internal sealed class FinishReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "done") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await reminders.FindAsync(call.User, call.Number, ct) is not { } arrived)
        {
            return ReminderViews.NotYours();
        }

        await reminders.FinishAsync(arrived, ct);
        return ArrivedViews.Done(arrived);
    }
}

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

/// <summary>"Show it", on the note in a channel for somebody whose DMs are closed.</summary>
internal sealed class ShowReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "show");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await reminders.FindAsync(call.User, call.Number, ct) is { } arrived ? ArrivedViews.Shown(arrived) : ReminderViews.NotYours();
}
