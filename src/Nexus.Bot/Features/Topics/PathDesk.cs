using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Lays a path out for a reader.</summary>
internal sealed class PathDesk(ReadMarks marks)
{
    public async Task<LearningPath> ToAsync(Call call, HubPage target, HubIndex hub, CancellationToken ct) =>
        LearningPath.To(target, hub, call.IsDirectMessage ? null : await marks.OfAsync(call.GuildOrNull, call.User, ct));
}
