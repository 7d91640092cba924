using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>The reason for declining: its author reads it.</summary>
internal sealed class DeclineSuggestionModal(PageSuggestions suggestions) : IModal
{
    public const string ReasonField = "reason";
    public const int MostReason = 500;

    public static ControlSpec Spec { get; } = new("suggestions", "decline") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not (> 0 and <= int.MaxValue) || await suggestions.FindAsync(call.Guild, (int)call.Number, ct) is not { } suggestion)
        {
            return SuggestionViews.Gone();
        }

        var reason = Md.Cut(FormText.Clean(call.Text(ReasonField)), MostReason);
        if (reason.Length == 0)
        {
            return SuggestionViews.ReasonIsEmpty();
        }

        return await suggestions.DeclineAsync(suggestion, call.User, reason, ct)
            ? SuggestionViews.Declined(suggestion, (await suggestions.WaitingAsync(call.Guild, ct)).FirstOrDefault()).Afterwards<TellOfSuggestion>(call.Argument)
            : SuggestionViews.AlreadyDecided(suggestion);
    }
}
