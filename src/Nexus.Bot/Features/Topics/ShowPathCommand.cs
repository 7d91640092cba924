using System.Diagnostics;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary><c>/topic path</c> shows what to read before a topic, with what the caller has read.</summary>
internal sealed class ShowPathCommand(GuildHubs hubs, PathDesk desk, LookupLog log) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "path", "See what to read before a topic, step by step")
    {
        Options = [Option.Text("topic", "Where the path leads", min: 1, max: 200).SuggestedBy<TopicSuggestions>()],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/topic path topic:celery",
        Details = "The steps are in the order in which to read them. You tick off what you have read; only you see that.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        var asked = call.Text("topic");
        switch (hub.Find(asked))
        {
            case HubAnswer.Found found:
                return Reply.PrivateCard(PathViews.Card(await desk.ToAsync(call, found.Page, hub, ct), hub));
            case HubAnswer.NotInTheHub none:
                log.Missed(call.GuildOrNull, asked);
                return PathViews.WhereTo(asked, none.Nearest.Count > 0 ? none.Nearest : hub.Featured);
            default:
                throw new UnreachableException();
        }
    }
}
