using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Marks the next step of a path as read and shows the path again.</summary>
internal sealed class MarkStepButton(GuildHubs hubs, ReadMarks marks, PathDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "step") { ChangesMessage = true };

    /// <summary>Two long names do not fit a custom id: the step's is cut and found by its beginning among the steps.</summary>
    public static string For(HubPage target, HubPage step)
    {
        var id = Spec.For($"{target.Slug}/{step.Slug}");
        return id.Length <= ControlId.MaxLength ? id : id[..ControlId.MaxLength];
    }

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return TopicViews.OnlyInTheServer();
        }

        var hub = await hubs.OfAsync(guild, ct);
        if (call.Argument.Split('/') is not [var slug, { Length: > 0 } start] || hub.BySlug(slug) is not { } target)
        {
            return TopicViews.Gone();
        }

        var steps = LearningPath.To(target, hub, null).Steps;
        var step = steps.FirstOrDefault(one => one.Slug == start) ?? steps.FirstOrDefault(one => one.Slug.StartsWith(start, StringComparison.Ordinal));
        if (step is not null)
        {
            await marks.AddAsync(guild, call.User, [step.Slug], ct);
        }

        return Reply.ChangeCard(PathViews.Card(await desk.ToAsync(call, target, hub, ct), hub));
    }
}
