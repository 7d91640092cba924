using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>What a server chose, or what holds while it has chosen nothing.</summary>
internal sealed class QuestionSettingsStore(INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock)
{
    public async Task<QuestionSettings> OfAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.In<QuestionSettings>(guild).AsNoTracking().SingleOrDefaultAsync(ct) ?? new QuestionSettings { GuildId = guild };
    }

    /// <summary>Changes them; mentors find in the log who did.</summary>
    /// <param name="what">What was changed, such as <c>working hours</c>.</param>
    public async Task<QuestionSettings> ChangeAsync(Snowflake guild, Snowflake by, string what, Action<QuestionSettings> change, CancellationToken ct)
    {
        await using var db = databases.Create();
        var settings = await db.In<QuestionSettings>(guild).SingleOrDefaultAsync(ct);
        if (settings is null)
        {
            settings = new QuestionSettings { GuildId = guild };
            db.Add(settings);
        }

        change(settings);
        if (db.Entry(settings).State is EntityState.Added or EntityState.Modified)
        {
            await log.AddAsync(db, guild, by, $"changed how questions are treated: {what}.", link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }

        return settings;
    }
}
