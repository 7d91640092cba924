using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>First, previous, next and last under <c>/topic suggestions</c>.</summary>
internal sealed class PageMineButton(PageSuggestions suggestions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "mine") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        SuggestionListViews.MinePage(await suggestions.OfAsync(call.Guild, call.User, ct), PageQueueButton.PageOf(call.Argument));
}
