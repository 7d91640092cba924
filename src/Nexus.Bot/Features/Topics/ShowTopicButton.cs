using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons that lead from one topic to another, and those in the lists of other features.</summary>
internal sealed class ShowTopicButton(GuildHubs hubs, TopicDesk desk) : IButton
{
    public static ControlSpec Spec => PageButtons.ShowSpec;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return hub.BySlug(call.Argument) is { } topic
            ? Reply.PrivateCard(await desk.CardAsync(call, topic, hub, ct))
            : TopicViews.Gone();
    }
}
