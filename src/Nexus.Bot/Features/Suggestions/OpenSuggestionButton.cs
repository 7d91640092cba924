using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Opens one suggestion from a list.</summary>
internal sealed class OpenSuggestionButton(PageSuggestions suggestions, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "open");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not (> 0 and <= int.MaxValue) || await suggestions.FindAsync(call.Guild, (int)call.Number, ct) is not { } suggestion)
        {
            return SuggestionViews.Gone();
        }

        if (!await rights.MayOpenAsync(call, suggestion, ct))
        {
            return SuggestionViews.NotYours();
        }

        var carried = suggestion.State == SuggestionState.Waiting ? await suggestions.CarryAsync(suggestion, ct) : null;
        return SuggestionViews.Opened(suggestion, carried, call.User, await rights.IsMentorAsync(call, ct));
    }
}
