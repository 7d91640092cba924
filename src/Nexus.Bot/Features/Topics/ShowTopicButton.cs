using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The buttons that lead from one topic to another, and those under "did you mean".</summary>
internal sealed class ShowTopicButton(TopicHub hub) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "show");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var index = await hub.Current.WaitAsync(ct);
        return index.BySlug(call.Argument) is { } topic ? TopicViews.Shown(topic, index) : TopicViews.Gone();
    }
}
