using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Opens a page's history, and turns its pages.</summary>
internal sealed class PageHistoryButton(GuildHubs hubs, PageRevisions revisions, SuggestionRights rights) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "history") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var way, _] || await revisions.OfAsync(call.Guild, slug, ct) is not { Count: > 0 } all)
        {
            return HistoryViews.Gone();
        }

        var title = (await hubs.OfAsync(call.Guild, ct)).BySlug(slug)?.Title ?? slug;
        var hasFile = (await revisions.NowAsync(call.Guild, slug, ct)).File is not null;
        var isMentor = await rights.IsMentorAsync(call, ct);
        return way == "open"
            ? HistoryViews.History(slug, title, all, hasFile, isMentor)
            : HistoryViews.HistoryPage(slug, title, all, hasFile, isMentor, PageQueueButton.PageOf(call.Argument));
    }
}
