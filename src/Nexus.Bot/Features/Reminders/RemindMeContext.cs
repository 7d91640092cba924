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

/// <summary>The form behind "Remind me".</summary>
internal sealed class WriteReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => call is { ArgumentId: { } message, GuildOrNull: { } guild }
        ? await desk.AddAsync(
            new NewReminder(call.User, guild, call.Channel, call.Id, call.Text(ReminderViews.WhatField))
            {
                Link = Md.MessageUrl(guild, call.Channel, message),

                // What somebody else wrote is not repeated to everyone.
                ByDm = true,
            },
            call.Text(ReminderViews.WhenField),
            null,
            ct)
        : ReminderViews.MessageGone();
}
