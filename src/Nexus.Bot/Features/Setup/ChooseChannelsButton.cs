using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Channels…” of <c>/nexus setup</c>.</summary>
internal sealed class ChooseChannelsButton(SetupStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "channels") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        SetupViews.ChooseChannels(await store.OpenAsync(call.Guild, ct));
}
