using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce duplicate</c> makes a draft of an announcement, for another time.</summary>
internal sealed class DuplicateAnnouncementCommand(AnnouncementBook book, AnnouncementDesk desk, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "duplicate", "Make a new announcement like an earlier one")
    {
        Options =
        [
            AnnouncementDesk.WhichOption,
            Option.Text("when", "When the new one is posted; decide later if left out", min: 1, max: 100).SuggestedBy<AnnouncementTimes>().Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce duplicate which:Demo day when:next Friday 16:00",
        Details = "Words, links, files and options are taken over, and nothing is posted before you confirm.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var named = call.Text(AnnouncementDesk.WhichOption.Name);
        if (await desk.NamedAsync(call.Guild, named, ct) is var meant && meant is not [var announcement])
        {
            return AnnouncementViews.DidYouMean(named, meant);
        }

        var zone = await desk.ZoneAsync(call.Guild, ct);
        WhenReading? reading = call.TextOrNull("when") is { } phrase ? WhenReader.Read(phrase, clock.GetUtcNow(), zone, AnnouncementPhrases.Asked) : null;
        return reading is null or WhenReading.Understood
            ? AnnouncementCardViews.Shown(await desk.LookAsync(await book.DuplicateAsync(announcement, call.User, reading as WhenReading.Understood, ct), ct))
            : AnnouncementViews.WhenIsUnclear(reading, call.Text("when"), zone);
    }
}
