using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Show it", on the note in a channel for somebody whose DMs are closed.</summary>
internal sealed class ShowReminderButton(ArrivedReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "show");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await reminders.FindAsync(call.User, call.Number, ct) is { } arrived ? ArrivedViews.Shown(arrived) : ReminderViews.NotYours();
}
