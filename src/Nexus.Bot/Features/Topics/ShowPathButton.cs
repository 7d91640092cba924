using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons that lead to a path when the topic was not understood.</summary>
internal sealed class ShowPathButton(GuildHubs hubs, PathDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "path");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return hub.BySlug(call.Argument) is { } target
            ? Reply.PrivateCard(PathViews.Card(await desk.ToAsync(call, target, hub, ct), hub))
            : TopicViews.Gone();
    }
}
