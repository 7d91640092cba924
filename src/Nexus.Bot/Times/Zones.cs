using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Time zones by their IANA names.</summary>
internal static class Zones
{
    /// <summary>The zone, or UTC for a name that does not exist (any more).</summary>
    public static DateTimeZone Named(string? name) =>
        name is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;
}
