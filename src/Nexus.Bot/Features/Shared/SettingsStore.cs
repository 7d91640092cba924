using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>What each server chose for one feature, in one row, or what holds while it has chosen nothing.</summary>
/// <param name="untouched">The settings of a server that chose nothing.</param>
/// <param name="subject">What the settings are about, such as <c>how ideas are treated</c>.</param>
internal abstract class SettingsStore<T>(
    INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock, Func<Snowflake, T> untouched, string subject)
    where T : class, IGuildRow
{
    public async Task<T> OfAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.In<T>(guild).AsNoTracking().SingleOrDefaultAsync(ct) ?? untouched(guild);
    }

    /// <summary>Changes them; mentors find in the log who did.</summary>
    /// <param name="what">What was changed, such as <c>working hours</c>.</param>
    public async Task<T> ChangeAsync(Snowflake guild, Snowflake by, string what, Action<T> change, CancellationToken ct)
    {
        await using var db = databases.Create();
        var settings = await db.In<T>(guild).SingleOrDefaultAsync(ct);
        if (settings is null)
        {
            settings = untouched(guild);
            db.Add(settings);
        }

        change(settings);
        if (db.Entry(settings).State is EntityState.Added or EntityState.Modified)
        {
            await log.AddAsync(db, guild, by, $"changed {subject}: {what}.", link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }

        return settings;
    }
}
