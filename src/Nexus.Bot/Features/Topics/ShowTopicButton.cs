using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons that lead from one topic to another, and those under "did you mean".</summary>
internal sealed class ShowTopicButton(GuildHubs hubs) : IButton
{
    public static ControlSpec Spec => PageButtons.ShowSpec;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var index = await hubs.OfAsync(call.GuildOrNull, ct);
        return index.BySlug(call.Argument) is { } topic ? TopicViews.Shown(topic, index) : TopicViews.Gone();
    }
}
