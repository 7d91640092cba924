using Nexus.Bot.Hub;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary><c>/topic history</c> shows what a page was, who wrote it and who approved it.</summary>
internal sealed class ShowHistoryCommand(GuildHubs hubs, PageRevisions revisions, SuggestionRights rights) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "history", "See how a page of the hub has changed, and who changed it")
    {
        Options = [Option.Text("topic", "Which page", min: 1, max: 100).SuggestedBy<PageNames>()],
        Visibility = Visibility.Private,
        Example = "/topic history topic:celery",
        Details = "Open a revision to see what changed and to get its text. Mentors can go back to any of them; nothing is ever lost.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        // A page that was taken out of the hub has no name any more, but its slug still has a history.
        var typed = call.Text("topic");
        var page = (await hubs.OfAsync(call.Guild, ct)).Named(typed);
        var slug = page?.Slug ?? PageLayout.KeyOf(typed);
        var all = await revisions.OfAsync(call.Guild, slug, ct);
        return page is null && all.Count == 0
            ? HistoryViews.Unknown(typed)
            : HistoryViews.History(slug, page?.Title ?? slug, all, (await revisions.NowAsync(call.Guild, slug, ct)).File is not null, await rights.IsMentorAsync(call, ct));
    }
}
