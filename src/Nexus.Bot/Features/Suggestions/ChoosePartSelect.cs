using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Which part of a page, or of a waiting suggestion, to change: opens its form.</summary>
internal sealed class ChoosePartSelect(SuggestionDesk desk, SuggestionRights rights) : ISelect
{
    public static ControlSpec Spec { get; } = new("suggestions", "choose");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.OpenAsync(call.Guild, call.Argument, ct) is not { } work)
        {
            return call.Argument.StartsWith('#') ? SuggestionViews.CannotBeEdited() : SuggestionFormViews.NoSuchPage();
        }

        return work.Suggestion is { } suggestion && !await rights.MayOpenAsync(call, suggestion, ct)
            ? SuggestionViews.NotYours()
            : SuggestionFormViews.Part(work, call.Values.FirstOrDefault() ?? "");
    }
}
