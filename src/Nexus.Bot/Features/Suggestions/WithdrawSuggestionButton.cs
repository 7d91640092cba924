using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Take it back, for its author while it waits.</summary>
internal sealed class WithdrawSuggestionButton(PageSuggestions suggestions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "withdraw");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is not (> 0 and <= int.MaxValue) || await suggestions.FindAsync(call.Guild, (int)call.Number, ct) is not { } suggestion ? SuggestionViews.Gone()
        : suggestion.AuthorId != call.User ? SuggestionViews.NotYours()
        : await suggestions.WithdrawAsync(suggestion, ct) ? SuggestionViews.Withdrawn(suggestion)
        : SuggestionViews.AlreadyDecided(suggestion);
}
