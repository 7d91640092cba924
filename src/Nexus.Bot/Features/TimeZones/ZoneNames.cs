using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.TimeZones;

/// <summary>Offers time zones by city, country or name, with the time there now.</summary>
internal sealed class ZoneNames(PersonZones zones, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Usual = ["Lagos", "Accra", "Nairobi", "Kigali", "Addis Ababa", "Johannesburg", "Cairo", "Casablanca", "London", "UTC"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var typed = call.Typed.Trim();
        var found = typed.Length > 0
            ? ZoneSearch.Find(typed)
            : [.. Usual.Prepend((await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone.Id).SelectMany(place => ZoneSearch.Find(place, 1)).DistinctBy(place => place.Zone.Id)];
        return [.. found.Select(place => TimeZoneViews.Suggestion(place, clock.GetUtcNow()))];
    }
}
