using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>How controls name an invitation or request: with its server, since they are pressed in direct messages too.</summary>
internal static class TeamAskReference
{
    public static string Of(TeamAsk ask) => string.Create(CultureInfo.InvariantCulture, $"{ask.GuildId}/{ask.Id}");

    /// <summary>With its team, both tracked; null when there is none such here.</summary>
    public static async Task<(TeamAsk Ask, Team Team)?> FindAsync(NexusDb db, ControlCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var server, var number]
            || !Snowflake.TryParse(server, out var guild)
            || (call.GuildOrNull is { } here && here != guild)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        return await db.In<TeamAsk>(guild).SingleOrDefaultAsync(it => it.Id == id, ct) is { } ask && await TeamLife.FindAsync(db, guild, ask.TeamId, ct) is { } team ? (ask, team) : null;
    }
}
