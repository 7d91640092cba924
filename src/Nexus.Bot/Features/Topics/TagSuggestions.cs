using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Offers the hub's tags, the most used first.</summary>
internal sealed class TagSuggestions(GuildHubs hubs) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return
        [
            .. BrowseViews.Tags(hub)
                .Where(tag => tag.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(tag => tag.Name.StartsWith(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(tag => new Suggestion($"{tag.Name} · {(tag.Pages == 1 ? "1 page" : $"{tag.Pages} pages")}", tag.Name)),
        ];
    }
}
