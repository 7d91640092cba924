using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce schedule</c> reads when, then opens the form for what to say.</summary>
internal sealed class ScheduleAnnouncementCommand(AnnouncementDesk desk, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "schedule", "Write an announcement that is posted later, or again and again")
    {
        Options =
        [
            Option.Text("when", "Such as: in 2h30m, tomorrow 9:00, every Monday at 9am", min: 1, max: 100).SuggestedBy<AnnouncementTimes>(),
            AnnouncementDesk.ChannelOption,
            TemplateViews.UseOption,
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce schedule when:tomorrow 9:00",
        Details = "You write title and text in a form, see exactly what will be posted and whom it reaches, and confirm. "
            + "Under the preview you choose a role to ping, a thread, a “Got it” button, links, files and a scheduled event. It pings nobody unless you choose so.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var zone = await desk.ZoneAsync(call.Guild, ct);
        var phrase = call.Text("when");
        return WhenReader.Read(phrase, clock.GetUtcNow(), zone, AnnouncementPhrases.Asked) is var reading && reading is WhenReading.Understood understood
            ? await desk.WriteAsync(call, understood, ct)
            : AnnouncementViews.WhenIsUnclear(reading, phrase, zone);
    }
}
