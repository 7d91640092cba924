using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Reminders;

/// <summary><c>/remind role</c> reminds everybody with a role, in a channel.</summary>
internal sealed class RemindRoleCommand(ReminderDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("remind", "role", "Remind everybody with a role, once or again and again")
    {
        Options =
        [
            Option.Role("role", "Whom; you need the right to mention it"),
            Option.Text("when", "Such as: in 2h30m, tomorrow 9:00, every Monday at 9am", min: 1, max: 100).SuggestedBy<ReminderTimes>(),
            Option.Text("what", "What shall I remind them of?", min: 1, max: Reminder.MostText),
            Option.Channel("channel", "Where; here when left out", ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread).Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/remind role role:@backend when:Friday 15:00 what:Retro in 15 minutes",
        Details = "It pings the role. Whether you may do that is looked at now and again when it is sent; if you no longer may, it comes without a ping.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.RoleOption("role") is not { } role || role.Id == call.Guild)
        {
            return ReminderViews.NotEveryone();
        }

        var channel = call.IdOf("channel") ?? call.Channel;
        var mayThere = call.IdOf("channel") is null ? call.Permissions : call.ChannelOption("channel")?.Permissions ?? Permissions.None;
        if ((mayThere & (Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.Administrator)) == Permissions.None)
        {
            return ReminderViews.YouMayNotWriteThere(channel);
        }

        if (!PingRights.May(role, mayThere))
        {
            return ReminderViews.RoleMayNotBeMentioned(role);
        }

        return await desk.AddAsync(
            new NewReminder(call.User, call.Guild, channel, call.Id, call.Text("what")) { Role = role.Id },
            call.Text("when"),
            PingRights.May(role, call.BotPermissions) ? null : ReminderViews.IMayNotMention(role),
            ct);
    }
}
