using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Profiles;

/// <summary>A profile with what it takes to show it.</summary>
/// <param name="ByRoles">The track their roles name.</param>
/// <param name="Interests">As the hub calls them.</param>
/// <param name="Undo">The revision that Undo takes back; null when there is nothing to.</param>
internal sealed record ProfileShown(Snowflake Person, ProfileValues Values, Tracks? ByRoles, IReadOnlyList<string> Interests, PersonZone Zone, int? Undo)
{
    public Tracks? Track => Values.Track ?? ByRoles;

    public ProfileParts Missing => Values.Missing(ByRoles, Zone.IsOwn);
}

/// <summary>When whoever looks and whoever is looked at both have time.</summary>
/// <param name="First">The first of the seven days.</param>
/// <param name="Zone">Of whoever looks.</param>
internal sealed record HoursTogether(WeekGrid Grid, LocalDate First, DateTimeZone Zone);
