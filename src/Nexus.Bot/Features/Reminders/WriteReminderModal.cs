using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The form behind "Remind me".</summary>
internal sealed class WriteReminderModal(ReminderDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("reminders", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) => call is { ArgumentId: { } message, GuildOrNull: { } guild }
        ? await desk.AddAsync(
            new NewReminder(call.User, guild, call.Channel, call.Id, call.Text(ReminderViews.WhatField))
            {
                Link = Md.MessageUrl(guild, call.Channel, message),
                ByDm = call.Values(ReminderViews.WhereField) is [ReminderViews.Dm] || ReminderDesk.WhyNotHere(call) is not null,
            },
            call.Text(ReminderViews.WhenField),
            ReminderDesk.WhyNotHere(call),
            ct)
        : ReminderViews.MessageGone();
}
