using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>Follow: whoever presses hears what becomes of it, whatever they did before.</summary>
internal sealed class FollowIdeaButton(IdeaDesk desk, Follows follows) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "follow");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => follows.ChooseAsync(desk, call, isOn: true, ct);
}

/// <summary>Don't tell me: holds whatever they do later.</summary>
internal sealed class UnfollowIdeaButton(IdeaDesk desk, Follows follows) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "unfollow");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => follows.ChooseAsync(desk, call, isOn: false, ct);
}
