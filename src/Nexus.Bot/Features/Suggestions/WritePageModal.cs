using System.Diagnostics;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>The form for a new page.</summary>
internal sealed class WritePageModal(SuggestionDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("suggestions", "write");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var fields = FormFields.Of(call, NewPageFields.All(""));
        return await desk.SubmitPageAsync(call.Guild, call.User, fields, ct) switch
        {
            Submitted.Saved saved => SuggestionFormViews.Saved(saved.Suggestion, isNew: true, byItsAuthor: true)
                .Afterwards<TellOfSuggestion>(Text(saved.Suggestion.Number)),
            Submitted.Invalid invalid => SuggestionFormViews.Invalid(invalid, fields),
            _ => throw new UnreachableException(),
        };
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
