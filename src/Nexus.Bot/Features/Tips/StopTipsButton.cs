using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Tips;

/// <summary>"Stop these tips", under each of them.</summary>
internal sealed class StopTipsButton(TipBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("tips", "stop") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.StopAsync(call.Guild, ct) ? TipViews.Stopped() : TipViews.NothingToStop();
}
