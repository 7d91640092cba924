using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>The form for one part of a page, or of a waiting suggestion.</summary>
internal sealed class ChangePartModal(SuggestionDesk desk, SuggestionRights rights) : IModal
{
    public static ControlSpec Spec { get; } = new("suggestions", "part");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var target, var stamp, var part])
        {
            return SuggestionFormViews.NoSuchPage();
        }

        if (target.StartsWith('#') && await desk.WaitingAsync(call.Guild, target, ct) is { } mine && !await rights.MayOpenAsync(call, mine, ct))
        {
            return SuggestionViews.NotYours();
        }

        var fields = FormFields.Of(call, PartFields(part));
        return await desk.SubmitPartAsync(call.Guild, call.User, target, stamp, part, fields, ct) switch
        {
            Submitted.Saved { IsNew: true } saved => SuggestionFormViews.Saved(saved.Suggestion, isNew: true, byItsAuthor: true)
                .Afterwards<TellOfSuggestion>(saved.Suggestion.Number.ToString(CultureInfo.InvariantCulture)),
            Submitted.Saved saved => SuggestionFormViews.Saved(saved.Suggestion, isNew: false, saved.Suggestion.AuthorId == call.User),
            Submitted.Invalid invalid => SuggestionFormViews.Invalid(invalid, fields),
            Submitted.Unchanged => SuggestionFormViews.Unchanged(),
            Submitted.Gone gone => SuggestionFormViews.Gone(gone.Decided, fields),
            _ => throw new UnreachableException(),
        };
    }

    private static IEnumerable<PartField> PartFields(string part) =>
        PageParts.Blank(part).Append(new PartField(SuggestionDesk.Why, "", SuggestionDesk.MostWhy, ""));
}
