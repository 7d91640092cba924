using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Nudge, under the list: shows first who would get what.</summary>
internal sealed class NudgeButton : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "nudge") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(Reply.Nothing.Afterwards<PreviewNudges>(call.Argument));
}
