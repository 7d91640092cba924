using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Decline: asks for the reason first.</summary>
internal sealed class DeclineSuggestionButton(PageSuggestions suggestions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "decline") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is not (> 0 and <= int.MaxValue) || await suggestions.FindAsync(call.Guild, (int)call.Number, ct) is not { } suggestion ? SuggestionViews.Gone()
        : suggestion.State != SuggestionState.Waiting ? SuggestionViews.AlreadyDecided(suggestion)
        : SuggestionViews.ReasonForm(suggestion);
}
