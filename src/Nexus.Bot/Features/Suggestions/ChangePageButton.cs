using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Suggest a change, under a page.</summary>
internal sealed class ChangePageButton(SuggestionDesk desk) : IButton
{
    public static ControlSpec Spec => SuggestButtons.EditSpec;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        !call.Argument.StartsWith('#') && await desk.OpenAsync(call.Guild, call.Argument, ct) is { } work
            ? SuggestionFormViews.ChooseWhat(work)
            : SuggestionFormViews.NoSuchPage();
}
