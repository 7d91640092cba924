using Nexus.Bot.Charts;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Stats;

/// <summary><c>/questions stats</c> tells mentors how quickly questions are answered, in words and as a picture.</summary>
internal sealed class ShowQuestionStatsCommand(StatsReader reader, GuildHubs hubs) : ICommand
{
    private const int UsualWeeks = 8;
    private const int MostWeeks = 26;

    public static CommandSpec Spec { get; } = new("questions", "stats", "See how many questions were asked and how quickly they were answered")
    {
        Options =
        [
            Option.Integer("weeks", "How many weeks back; 8 when left out", min: 1, max: MostWeeks).Optional(),
            Option.Text("topic", "Only questions about this", max: 100).Optional().SuggestedBy<PageNames>(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/questions stats weeks:4",
        Details = "Asked, answered, accepted, solved before posting, and how long people waited for the first answer and for the one that helped "
            + "(median and 90th percentile), by week and by topic. Nobody's name is counted.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var weeks = (int)Math.Clamp(call.Integer("weeks") ?? UsualWeeks, 1, MostWeeks);
        HubPage? topic = null;
        if (call.TextOrNull("topic") is { } typed)
        {
            var hub = await hubs.OfAsync(call.Guild, ct);
            if ((topic = hub.BySlug(typed) ?? hub.Named(typed)) is null)
            {
                return StatsViews.NoSuchTopic(typed);
            }
        }

        var stats = await reader.ReadAsync(call.Guild, weeks, topic?.Slug, ct);
        if (stats.IsEmpty)
        {
            return StatsViews.Nothing(weeks, topic);
        }

        var panels = StatsViews.Panels(stats);
        return StatsViews.Stats(stats, topic, await ChartPicture.DrawAsync(panels, ct), ChartPicture.Describe(panels));
    }
}
