using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Create what is missing” of <c>/nexus setup</c>.</summary>
internal sealed class CreateMissingButton : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "create") { Audience = Audience.Admins, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        Task.FromResult(SetupViews.Creating().Afterwards<CreateMissingFollowUp>());
}
