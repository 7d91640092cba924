using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Remind me" on a message: asks when; the reminder leads back to the message.</summary>
internal sealed class RemindMeContext(ReminderDesk desk) : IContextCommand
{
    public static ContextSpec Spec { get; } = new("Remind me", ApplicationCommandType.Message)
    {
        Summary = "Be reminded of a message; the reminder leads back to it",
    };

    public async Task<Reply> HandleAsync(ContextCall call, CancellationToken ct) => call.TargetMessage is { } message
        ? ReminderFormViews.AboutMessage(message.Id, message.Content, await desk.ZoneOfAsync(call, ct))
        : ReminderViews.MessageGone();
}
