using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Nexus.Bot.Search;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Nexus.Bot.Times;

/// <param name="Place">The name it was found by: "Kumasi", "Ghana", "Africa/Accra".</param>
/// <param name="IsMeant">Nothing else is called so; otherwise it is a guess, and nothing is done on one.</param>
internal sealed record ZoneFound(DateTimeZone Zone, string Place, bool IsMeant)
{
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", DateTimeZoneProviders.Tzdb);

    /// <summary>"Accra → Africa/Accra (14:05 now)".</summary>
    public string Words(DateTimeOffset now)
    {
        var there = Clock.Format(Instant.FromDateTimeOffset(now).InZone(Zone));
        return Place == Zone.Id ? $"{Zone.Id} ({there} now)" : $"{Place} → {Zone.Id} ({there} now)";
    }
}

/// <summary>Finds time zones by what people call them: a city, a country, an IANA name, "UTC+1", a short form such as WAT.</summary>
internal static partial class ZoneSearch
{
    public const int Most = 25;
    public const int MostCharacters = 64;

    // From here on a part of a name, or one with a slip in it, says something.
    private const int Telling = 3;

    private static readonly IReadOnlyList<Place> Names = [.. All()];

    private static readonly FrozenDictionary<string, string> ByName = Names
        .GroupBy(name => name.Folded)
        .Where(alike => alike.DistinctBy(name => name.Zone).Count() == 1)
        .ToFrozenDictionary(alike => alike.Key, alike => alike.First().Zone);

    /// <summary>What people may mean, the likeliest first; nothing for nothing.</summary>
    public static IReadOnlyList<ZoneFound> Find(string text, int most = Most)
    {
        if (WrittenOffset().Match(text.Trim()) is { Success: true } offset)
        {
            return At(offset) is { } at ? [new ZoneFound(at, at.Id, IsMeant: true)] : [];
        }

        var words = text.Length > MostCharacters ? "" : SearchText.Normalise(text);
        if (words.Length == 0)
        {
            return [];
        }

        if (ZonePlaces.ShortForms.TryGetValue(words, out var zones))
        {
            return [.. zones.Select(zone => Found(zone, zones.Length == 1 ? words.ToUpperInvariant() : zone, zones.Length == 1)).Take(most)];
        }

        if (Zones.Spelled(text.Trim()) is { } spelled)
        {
            return [Found(spelled, spelled, isMeant: true)];
        }

        var ranked = Names
            .Select(name => (Name: name, Rank: Rank(name, words)))
            .Where(found => found.Rank is not null)
            .OrderBy(found => found.Rank)
            .ThenBy(found => found.Name.Folded.Length)
            .ThenBy(found => found.Name.Folded, StringComparer.Ordinal)
            .DistinctBy(found => found.Name.Zone)
            .ToList();
        if (ranked.Count == 0)
        {
            ranked = [.. Slips(words)];
        }

        var same = ranked.TakeWhile(found => found.Rank is Alike.Name).Count();
        same = same == 0 ? ranked.TakeWhile(found => found.Rank is Alike.Country).Count() : same;
        return [.. ranked.Take(most).Select((found, place) => Found(found.Name.Zone, found.Name.Name, same == 1 && place == 0))];
    }

    /// <summary>The one zone that is meant, or null.</summary>
    public static DateTimeZone? Meant(string text) => Find(text, 1) is [{ IsMeant: true } only] ? only.Zone : null;

    /// <summary>The zone of a place with just this name, or of a short form in capitals, that names no other: "Lagos", "Ghana", "WAT".</summary>
    public static string? Named(string place) =>
        ZonePlaces.ShortForms.TryGetValue(place.ToLowerInvariant(), out var zones)
            ? zones is [var only] && place.All(char.IsUpper) ? only : null
            : ByName.GetValueOrDefault(SearchText.Normalise(place));

    private static ZoneFound Found(string zone, string place, bool isMeant) => new(Zones.Named(zone), place, isMeant);

    private static Alike? Rank(Place name, string words)
    {
        if (name.Folded == words)
        {
            return name.IsCountry ? Alike.Country : Alike.Name;
        }

        if (name.Folded.StartsWith(words, StringComparison.Ordinal))
        {
            return name.IsCountry ? Alike.StartOfCountry : Alike.Start;
        }

        return words.Length >= Telling && name.Folded.Contains(words, StringComparison.Ordinal) ? Alike.Part : null;
    }

    private static IEnumerable<(Place Name, Alike? Rank)> Slips(string words)
    {
        var most = words.Length switch { <= Telling => 0, < 7 => 1, _ => 2 };
        var letters = Letters.Of(words);
        return most == 0
            ? []
            : Names
                .Where(name => Letters.MayBeWithin(letters, Letters.Of(name.Folded), most))
                .Select(name => (Name: name, Slips: EditDistance.Within(words, name.Folded, most)))
                .Where(name => name.Slips <= most)
                .OrderBy(name => name.Slips)
                .ThenBy(name => name.Name.Folded, StringComparer.Ordinal)
                .DistinctBy(name => name.Name.Zone)
                .Select(name => (name.Name, (Alike?)Alike.Slip));
    }

    /// <summary>Null when no place on earth is that far from UTC.</summary>
    private static DateTimeZone? At(Match offset)
    {
        var minutes = (int.Parse(offset.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) * 60)
            + (offset.Groups["m"] is { Success: true } rest ? int.Parse(rest.ValueSpan, CultureInfo.InvariantCulture) : 0);
        minutes = offset.Groups["sign"].Value == "+" ? minutes : -minutes;
        return minutes is < -12 * 60 or > 14 * 60 || minutes % 15 != 0 ? null : DateTimeZone.ForOffset(Offset.FromSeconds(minutes * 60));
    }

    private static IEnumerable<Place> All()
    {
        var source = TzdbDateTimeZoneSource.Default;
        var places = source.ZoneLocations!.Select(location => location.ZoneId).ToHashSet();
        foreach (var location in source.ZoneLocations!)
        {
            yield return Of(City(location.ZoneId), location.ZoneId);
            yield return Of(location.ZoneId, location.ZoneId);
            yield return Of(location.CountryName, location.ZoneId, isCountry: true);
        }

        foreach (var (zone, cities) in ZonePlaces.Cities)
        {
            foreach (var city in cities)
            {
                yield return Of(city, zone);
            }
        }

        // Former names lead to today's. What begins with Etc counts its hours the other way round and would mislead.
        foreach (var id in source.GetIds().Where(id => !places.Contains(id) && id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)))
        {
            var today = source.CanonicalIdMap[id] is var canonical && places.Contains(canonical) ? canonical : id;
            yield return Of(City(id), today);
            yield return Of(id, today);
        }
    }

    private static Place Of(string name, string zone, bool isCountry = false) => new(name, SearchText.Normalise(name), zone, isCountry);

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    [GeneratedRegex("^(?:UTC|GMT)? ?(?<sign>[+-]) ?(?<h>[0-9]{1,2})(?::?(?<m>[0-9]{2}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WrittenOffset();

    private enum Alike
    {
        Name,
        Country,
        Start,
        StartOfCountry,
        Part,
        Slip,
    }

    private sealed record Place(string Name, string Folded, string Zone, bool IsCountry);
}
