using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Cancel, under a question about an earlier revision.</summary>
internal sealed class KeepPageButton : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "keep") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(HistoryViews.NothingChanged());
}
