using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The list of sections under a page that has too many for buttons.</summary>
internal sealed class ShowTopicSectionSelect(GuildHubs hubs) : ISelect
{
    public static ControlSpec Spec { get; } = new("topics", "sections");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return call.Values is [var key] && hub.BySlug(call.Argument) is { } page && PageCard.Find(page, key) is { } section
            ? TopicViews.Section(page, section)
            : TopicViews.Gone();
    }
}
