using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Back” and “Look again” of <c>/nexus setup</c>.</summary>
internal sealed class InspectServerButton : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "inspect") { Audience = Audience.Admins, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(SetupViews.Looking(isChange: true).Afterwards<InspectServerFollowUp>());
}
