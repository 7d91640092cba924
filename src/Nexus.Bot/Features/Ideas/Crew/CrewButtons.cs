using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>I'd build this.</summary>
internal sealed class BuildIdeaButton(CrewDesk desk) : IButton
{
    public static ControlSpec Spec => IdeaControls.Build;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.OpenAsync(call, call.Argument, ct);
}

/// <summary>As backend, frontend or mentor.</summary>
internal sealed class JoinIdeaButton(CrewDesk desk) : IButton
{
    public static ControlSpec Spec => CrewControls.Join;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.JoinAsync(call, waits: false, ct);
}

/// <summary>Wait for a place.</summary>
internal sealed class WaitForIdeaButton(CrewDesk desk) : IButton
{
    public static ControlSpec Spec => CrewControls.Wait;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.JoinAsync(call, waits: true, ct);
}

/// <summary>Not any more.</summary>
internal sealed class LeaveIdeaButton(CrewDesk desk) : IButton
{
    public static ControlSpec Spec => CrewControls.Leave;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.LeaveAsync(call, ct);
}
