using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons of a topic's further sections; each reader sees the section alone.</summary>
internal sealed class ShowTopicSectionButton(GuildHubs hubs) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "section");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var index = await hubs.OfAsync(call.GuildOrNull, ct);
        return call.Argument.Split('/') is [var slug, var key]
            && index.BySlug(slug) is { } topic
            && topic.Sections.FirstOrDefault(section => section.Key == key) is { } section
                ? TopicViews.Section(topic, section)
                : TopicViews.Gone();
    }
}
