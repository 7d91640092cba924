using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Offers coming deadlines by name, those for whoever types first.</summary>
internal sealed class DeadlineNames(DeadlineBook book, PersonZones zones, TimeProvider clock) : IAutocomplete
{
    private const int Most = 25;

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var zone = (await zones.OfAsync(call.User, guild, ct)).Zone;
        return
        [
            .. (await book.ComingAsync(guild, ct))
                .Where(deadline => deadline.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
                .OrderBy(deadline => !deadline.IsFor(call.Roles))
                .Take(Most)
                .Select(deadline => DeadlineListViews.Suggestion(deadline, clock.GetUtcNow(), zone)),
        ];
    }
}
