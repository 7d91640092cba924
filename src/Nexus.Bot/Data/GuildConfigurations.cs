using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>
/// The configuration of each server, kept in memory: it is read on most interactions and changes a few times a year.
/// Whoever saves a change calls <see cref="Forget"/>; another instance notices within <see cref="Freshness"/>.
/// </summary>
internal sealed class GuildConfigurations(INexusDbFactory databases, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Snowflake, (GuildConfiguration Value, long ReadAt)> _known = new();

    /// <summary>Detached and shared: read it, never change it.</summary>
    public async ValueTask<GuildConfiguration> OfAsync(Snowflake guild, CancellationToken ct)
    {
        if (_known.TryGetValue(guild, out var known) && clock.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known.Value;
        }

        await using var db = databases.Create();
        var value = await db.In<GuildConfiguration>(guild).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? new GuildConfiguration { GuildId = guild };
        _known[guild] = (value, clock.GetTimestamp());
        return value;
    }

    public void Forget(Snowflake guild) => _known.TryRemove(guild, out _);
}
