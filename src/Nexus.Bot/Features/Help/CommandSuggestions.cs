using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Help;

/// <summary>Commands whose name or summary has what is typed.</summary>
internal sealed class CommandSuggestions(Catalogue catalogue, GuildConfigurations configurations) : IAutocomplete
{
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct) =>
        [.. UsableCommands.Like(await UsableCommands.OfAsync(call, catalogue, configurations, ct), call.Typed)
            .Select(spec => new Suggestion($"/{spec.Path} · {spec.Summary}", spec.Path))];
}
