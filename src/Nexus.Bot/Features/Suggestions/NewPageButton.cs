using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Suggest a page, where none was found; what was looked for becomes the title to start from.</summary>
internal sealed class NewPageButton : IButton
{
    public static ControlSpec Spec => SuggestButtons.NewSpec;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(SuggestionFormViews.NewPage(call.Argument));
}
