using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>"Open a page…" under a list of pages.</summary>
internal sealed class OpenTopicSelect(GuildHubs hubs, TopicDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("topics", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return call.Values is [var slug] && hub.BySlug(slug) is { } page
            ? Reply.PrivateCard(await desk.CardAsync(call, page, hub, ct))
            : TopicViews.Gone();
    }
}
