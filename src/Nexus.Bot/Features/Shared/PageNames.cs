using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Shared;

/// <summary>Offers pages by name while one is typed.</summary>
internal sealed class PageNames(GuildHubs hubs) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct) =>
    [
        .. (await hubs.OfAsync(call.GuildOrNull, ct)).Complete(call.Typed, Most)
            .Select(page => new Suggestion(page.Aliases is [var first, ..] ? $"{page.Title} · {first}" : page.Title, page.Slug)),
    ];
}
