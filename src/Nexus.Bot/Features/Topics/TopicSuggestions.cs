using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Offers topics while a name is typed, the best first.</summary>
internal sealed class TopicSuggestions(GuildHubs hubs) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return [.. hub.Complete(call.Typed, Most).Select(page => TopicViews.Suggestion(page, call.Typed))];
    }
}
