using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace Nexus.Bot.Times;

/// <summary>Time zones by their IANA names.</summary>
internal static class Zones
{
    private static readonly FrozenDictionary<string, string> Spellings =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone, or UTC for a name that does not exist (any more).</summary>
    public static DateTimeZone Named(string? name) =>
        name is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;

    /// <summary>
    /// The one rule for local times that are not one moment, for single times and repetitions alike: a time that a clock change skips
    /// moves forward by the gap (02:30 is 03:30 that day); of one that comes twice it is the first.
    /// </summary>
    public static ZonedDateTime Moment(LocalDateTime local, DateTimeZone zone) => zone.ResolveLocal(local, Resolvers.LenientResolver);

    /// <summary>The name as IANA spells it, or null.</summary>
    public static string? Spelled(string name) => Spellings.GetValueOrDefault(name);
}
