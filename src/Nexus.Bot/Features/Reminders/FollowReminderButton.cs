using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>"Remind me too", under somebody's public reminder.</summary>
internal sealed class FollowReminderButton(PublicReminders reminders) : IButton
{
    public static ControlSpec Spec { get; } = new("reminders", "follow") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || await reminders.FindAsync(guild, call.Number, ct) is not var (entry, followers))
        {
            return ReminderViews.NotYours();
        }

        var result = await reminders.FollowAsync(entry, call.User, ct);
        var note = ReminderViews.Followed(result, entry);
        return result == FollowResult.Joined ? ReminderViews.InvitationAgain(entry, followers + 1).Then(note) : note;
    }
}
