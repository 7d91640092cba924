using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Edit, for its author, and Edit before approving, for mentors.</summary>
internal sealed class RewriteSuggestionButton(PageSuggestions suggestions, SuggestionDesk desk, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "rewrite");

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

        if (suggestion.State != SuggestionState.Waiting)
        {
            return SuggestionViews.AlreadyDecided(suggestion);
        }

        var target = string.Create(CultureInfo.InvariantCulture, $"#{suggestion.Number}");
        return await desk.OpenAsync(call.Guild, target, ct) is { } work ? SuggestionFormViews.ChooseWhat(work) : SuggestionViews.CannotBeEdited();
    }
}
