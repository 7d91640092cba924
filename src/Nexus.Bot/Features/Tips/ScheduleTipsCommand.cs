using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Tips;

/// <summary><c>/tip schedule</c> starts the tip of the day, or changes where and when it comes.</summary>
internal sealed class ScheduleTipsCommand(TipBook book, GuildConfigurations configurations) : ICommand
{
    public static CommandSpec Spec { get; } = new("tip", "schedule", "Post a tip from the hub every day, or on the days you choose")
    {
        Options =
        [
            Option.Channel("channel", "Where", ChannelType.GuildText, ChannelType.GuildAnnouncement),
            Option.Text("at", "A time of day in the server's time zone, such as 09:00", min: 1, max: 20).SuggestedBy<TipTimes>(),
            Option.Choice("days", "Every day when left out", [.. TipViews.Days.Select(days => (days.Name, days.Name))]).Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/tip schedule channel:#general at:09:00 days:weekdays",
        Details = "Each tip is a page of the hub or one of its common mistakes; none comes twice before all have come, and nobody is pinged. "
            + "Run it again to change channel, time or days. `/tip stop` ends it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        if (TipTime.Read(call.Text("at")) is not { } at)
        {
            return TipViews.TimeIsUnclear(call.Text("at"), zone);
        }

        if (call.IdOf("channel") is not { } channel)
        {
            return TipViews.NoChannel();
        }

        if (call.ChannelOption("channel") is { Permissions: { } may } && !may.HasFlag(Permissions.SendMessages))
        {
            return TipViews.YouMayNotWriteThere(channel);
        }

        var days = TipViews.Days.FirstOrDefault(named => named.Name == call.TextOrNull("days"), TipViews.Days[0]).Days;
        var (plan, first) = await book.StartAsync(
            call.Guild,
            call.User,
            plan => (plan.ChannelId, plan.Minute, plan.Days) = (channel, (at.Hour * 60) + at.Minute, days),
            ct);
        return TipViews.Started(plan, first, zone);
    }
}
