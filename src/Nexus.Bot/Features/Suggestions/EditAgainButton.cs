using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Edit again, under what could not be suggested: the form with the person's own text.</summary>
internal sealed class EditAgainButton(SuggestionDesk desk, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "again");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await desk.DraftAsync(call.Guild, call.User, id, ct) is not { } draft)
        {
            return SuggestionFormViews.DraftIsGone();
        }

        if (draft.Target.Length == 0)
        {
            return SuggestionFormViews.NewPageAgain(draft);
        }

        if (await desk.OpenAsync(call.Guild, draft.Target, ct) is not { } work)
        {
            return SuggestionFormViews.Gone(draft.Target.StartsWith('#') ? await desk.WaitingAsync(call.Guild, draft.Target, ct) : null, DraftFields.Read(draft.Fields));
        }

        return work.Suggestion is { } suggestion && !await rights.MayOpenAsync(call, suggestion, ct)
            ? SuggestionViews.NotYours()
            : SuggestionFormViews.PartAgain(work, draft);
    }
}
