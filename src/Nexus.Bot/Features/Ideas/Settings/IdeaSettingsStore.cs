using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>What a server chose, or what holds while it has chosen nothing.</summary>
internal sealed class IdeaSettingsStore(INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock)
{
    public async Task<IdeaSettings> OfAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.In<IdeaSettings>(guild).AsNoTracking().SingleOrDefaultAsync(ct) ?? new IdeaSettings { GuildId = guild };
    }

    /// <summary>Changes them; mentors find in the log who did.</summary>
    /// <param name="what">What was changed, such as <c>who forms teams</c>.</param>
    public async Task<IdeaSettings> ChangeAsync(Snowflake guild, Snowflake by, string what, Action<IdeaSettings> change, CancellationToken ct)
    {
        await using var db = databases.Create();
        var settings = await db.In<IdeaSettings>(guild).SingleOrDefaultAsync(ct);
        if (settings is null)
        {
            settings = new IdeaSettings { GuildId = guild };
            db.Add(settings);
        }

        change(settings);
        if (db.Entry(settings).State is EntityState.Added or EntityState.Modified)
        {
            await log.AddAsync(db, guild, by, $"changed how ideas are treated: {what}.", link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }

        return settings;
    }
}
