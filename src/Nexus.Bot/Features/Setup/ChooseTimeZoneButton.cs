using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary>“Time zone…” of <c>/nexus setup</c>.</summary>
internal sealed class ChooseTimeZoneButton(SetupStore store) : IButton
{
    public static ControlSpec Spec { get; } = new("setup", "zone") { Audience = Audience.Admins };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        SetupViews.AskTimeZone((await store.OpenAsync(call.Guild, ct)).TimeZone);
}
