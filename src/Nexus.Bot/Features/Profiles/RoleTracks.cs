using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>Which track somebody's roles name.</summary>
internal static class RoleTracks
{
    /// <summary>Null when they name none.</summary>
    public static Tracks? Of(IReadOnlyList<Snowflake> roles, GuildConfiguration configuration)
    {
        var tracks = (Has(configuration.BackendRoleId) ? Tracks.Backend : 0) | (Has(configuration.FrontendRoleId) ? Tracks.Frontend : 0);
        return tracks == 0 ? null : tracks;

        bool Has(Snowflake? role) => role is { } id && roles.Contains(id);
    }
}
