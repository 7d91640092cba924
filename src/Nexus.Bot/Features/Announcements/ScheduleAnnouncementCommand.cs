using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce schedule</c> reads when, then opens the form for what to say.</summary>
internal sealed class ScheduleAnnouncementCommand(
    AnnouncementBook book, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "schedule", "Write an announcement that is posted later")
    {
        Options =
        [
            Option.Text("when", "Such as: in 2h30m, 21:30, tomorrow 9:00, 24 Nov 09:00", min: 1, max: 100).SuggestedBy<AnnouncementTimes>(),
            Option.Channel("channel", "Where, if not in the announcement channel", ChannelType.GuildText, ChannelType.GuildAnnouncement).Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce schedule when:tomorrow 9:00",
        Details = "You write title and text in a form, see exactly what will be posted, and confirm. It pings nobody.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(call.Guild, ct);
        var zone = Zones.Named(configuration.TimeZone);
        var phrase = call.Text("when");
        if (WhenReader.Read(phrase, clock.GetUtcNow(), zone, AnnouncementViews.AskedOfTimes) is var reading && reading is not WhenReading.Understood understood)
        {
            return AnnouncementViews.WhenIsUnclear(reading, phrase, zone);
        }

        if (call.ChannelOption("channel") is { Permissions: { } may } chosen && !may.HasFlag(Permissions.SendMessages))
        {
            return AnnouncementViews.YouMayNotWriteThere(chosen.Id);
        }

        if ((call.IdOf("channel") ?? configuration.AnnouncementChannelId) is not { } channel)
        {
            return AnnouncementViews.NoChannel();
        }

        return AnnouncementViews.Form(await book.DraftAsync(call.Guild, call.User, channel, understood.At, ct));
    }
}
