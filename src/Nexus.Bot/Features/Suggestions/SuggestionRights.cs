using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What depends on the person beyond a handler's audience: a suggestion is open to its author and to mentors.</summary>
internal sealed class SuggestionRights(GuildConfigurations configurations)
{
    public async ValueTask<bool> IsMentorAsync(Call call, CancellationToken ct) =>
        AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(call.Guild, ct));

    public async ValueTask<bool> MayOpenAsync(Call call, PageSuggestion suggestion, CancellationToken ct) =>
        suggestion.AuthorId == call.User || await IsMentorAsync(call, ct);
}
