using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Not any more", beside it.</summary>
internal sealed class LeaveReminderButton(PublicReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "leave") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || await reminders.FindAsync(guild, call.Number, ct) is not var (entry, followers))
        {
            return ReminderViews.NotYours();
        }

        var followed = await reminders.LeaveAsync(entry.Reminder.Id, call.User, ct);
        return followed ? ReminderViews.InvitationAgain(entry, followers - 1).Then(ReminderViews.Left(followed)) : ReminderViews.Left(followed);
    }
}
