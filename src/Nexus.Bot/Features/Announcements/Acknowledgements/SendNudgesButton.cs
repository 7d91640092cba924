using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Confirm, under the preview of a nudge.</summary>
internal sealed class SendNudgesButton : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "sendnudges") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(Reply.Nothing.Afterwards<PlanNudges>(call.Argument));
}
