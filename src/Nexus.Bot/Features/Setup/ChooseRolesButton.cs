using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Roles…” of <c>/nexus setup</c>.</summary>
internal sealed class ChooseRolesButton(SetupStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "roles") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        SetupViews.ChooseRoles(await store.OpenAsync(call.Guild, ct));
}
