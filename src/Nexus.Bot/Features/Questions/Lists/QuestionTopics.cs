using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>Offers pages of the hub as what a question is about.</summary>
internal sealed class QuestionTopics(GuildHubs hubs) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return [.. hub.Complete(call.Typed, Most).Select(page => new Suggestion(page.Title, page.Slug))];
    }
}
