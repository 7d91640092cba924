using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons of a topic's further sections; each reader sees the section alone.</summary>
internal sealed class ShowTopicSectionButton(GuildHubs hubs) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "section");

    /// <summary>As much of the section's key as there is room for.</summary>
    public static string For(HubPage page, PageSection section)
    {
        var id = Spec.For($"{page.Slug}/{section.Key}");
        return id.Length <= ControlId.MaxLength ? id : id[..ControlId.MaxLength];
    }

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return call.Argument.Split('/') is [var slug, var key] && hub.BySlug(slug) is { } page && PageCard.Find(page, key) is { } section
            ? TopicViews.Section(page, section)
            : TopicViews.Gone();
    }
}
