using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>
/// Keeps one coming digest of a server in the queue while it wants one: for mentors, where the log is, else where the board is. The
/// queue plans the one after it. Doing it again changes nothing.
/// </summary>
internal sealed class DigestPlanner(DeliveryQueue queue, GuildConfigurations configurations, TimeProvider clock)
{
    public const string DeliveryKind = "questions-digest";

    /// <summary>A server is its own subject.</summary>
    public static long SubjectOf(Snowflake guild) => unchecked((long)guild.Value);

    /// <summary>When the next one is due; null when none is wanted.</summary>
    public async Task<DateTimeOffset?> PlanAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var configuration = await configurations.OfAsync(guild, ct);
        var settings = await db.In<QuestionSettings>(guild).AsNoTracking().SingleOrDefaultAsync(ct);
        if (settings is { SendsDigest: false }
            || (configuration.LogChannelId ?? settings?.BoardChannelId) is not { } channel
            || !await db.In<Question>(guild).AnyAsync(question => question.Number != null, ct))
        {
            await Of(db, guild).Where(row => row.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);
            return null;
        }

        var due = DigestCalendar.After(now, Zones.Named(configuration.TimeZone)).First();
        var last = await Of(db, guild).AsNoTracking().OrderByDescending(row => row.Occurrence).FirstOrDefaultAsync(ct);
        if (last is not { State: DeliveryState.Waiting or DeliveryState.Sending })
        {
            db.Add(Delivery.Plan(guild, DeliveryKind, SubjectOf(guild), DeliveryTarget.In(channel), due, (last?.Occurrence ?? -1) + 1));
            await db.SaveChangesAsync(ct);
        }
        else if (last.DueAt <= now || (last.DueAt == due && last.ChannelId == channel))
        {
            return last.DueAt;
        }
        else
        {
            // The zone or the channel has changed meanwhile.
            await Of(db, guild).Where(row => row.Id == last.Id && row.State == DeliveryState.Waiting).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.ChannelId, (Snowflake?)channel)
                    .SetProperty(row => row.LaneId, channel)
                    .SetProperty(row => row.DueAt, due)
                    .SetProperty(row => row.NextTryAt, due),
                ct);
        }

        queue.WakeAt(due);
        return due;
    }

    /// <summary>Turns it on or off; returns when the next one is due.</summary>
    public async Task<DateTimeOffset?> SwitchAsync(NexusDb db, Snowflake guild, bool isOn, CancellationToken ct)
    {
        if (await db.In<QuestionSettings>(guild).SingleOrDefaultAsync(ct) is not { } settings)
        {
            settings = new QuestionSettings { GuildId = guild };
            db.Add(settings);
        }

        settings.SendsDigest = isOn;
        await db.SaveChangesAsync(ct);
        return await PlanAsync(db, guild, ct);
    }

    private static IQueryable<Delivery> Of(NexusDb db, Snowflake guild)
    {
        var subject = SubjectOf(guild);
        return db.In<Delivery>(guild).Where(row => row.Kind == DeliveryKind && row.SubjectId == subject);
    }
}
