using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>The list under a path: what is chosen in it is read, the rest is not.</summary>
internal sealed class MarkStepsSelect(GuildHubs hubs, ReadMarks marks, PathDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("topics", "steps") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return TopicViews.OnlyInTheServer();
        }

        var hub = await hubs.OfAsync(guild, ct);
        if (hub.BySlug(call.Argument) is not { } target)
        {
            return TopicViews.Gone();
        }

        var steps = LearningPath.To(target, hub, null).Steps.Select(step => step.Slug).ToList();
        await marks.RemoveAsync(guild, call.User, [.. steps.Except(call.Values)], ct);
        await marks.AddAsync(guild, call.User, [.. steps.Intersect(call.Values)], ct);
        return Reply.ChangeCard(PathViews.Card(await desk.ToAsync(call, target, hub, ct), hub));
    }
}
