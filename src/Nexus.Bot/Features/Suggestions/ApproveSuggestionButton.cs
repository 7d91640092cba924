using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Approve: the suggestion becomes the page's next revision, unless its words are not those the mentor saw.</summary>
internal sealed class ApproveSuggestionButton(PageSuggestions suggestions) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "approve") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var number, var stamp] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            return SuggestionViews.Gone();
        }

        return await suggestions.ApproveAsync(call.Guild, n, call.User, stamp, ct) switch
        {
            Approval.Done done => SuggestionViews.Approved(done, ((HubFile.Read)HubFile.Parse(done.Revision.Slug, done.Revision.Markdown!)).Page, await NextAsync(call, ct))
                .Afterwards<TellOfSuggestion>(number),
            Approval.AlreadyDecided decided => SuggestionViews.AlreadyDecided(decided.Suggestion),
            Approval.Outdated outdated => SuggestionViews.LookAgain(outdated.Suggestion),
            Approval.Rewritten rewritten => SuggestionViews.LookAgain(rewritten.Suggestion),
            Approval.Invalid invalid => SuggestionViews.CannotBeServed(invalid.Suggestion, invalid.Reason),
            Approval.Gone => SuggestionViews.Gone(),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<PageSuggestion?> NextAsync(ButtonCall call, CancellationToken ct) => (await suggestions.WaitingAsync(call.Guild, ct)).FirstOrDefault();
}
