using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Preview, under a waiting suggestion: the page's card as approving would make it.</summary>
internal sealed class PreviewSuggestionButton(PageSuggestions suggestions, GuildHubs hubs, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "preview");

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

        return HubFile.Parse(suggestion.Slug + ".md", await suggestions.TextOfAsync(suggestion, ct)) switch
        {
            HubFile.Read read => SuggestionViews.Preview(suggestion, read.Page, (await hubs.OfAsync(call.Guild, ct)).BySlug(suggestion.Slug)?.Credits ?? []),
            HubFile.Broken broken => SuggestionViews.CannotBePreviewed(broken.Reason),
            _ => SuggestionViews.Gone(),
        };
    }
}
