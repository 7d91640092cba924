using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>One server's tips: its plan, and which tip it is today.</summary>
internal sealed class TipBook(NexusDb db, TipPlanner planner, GuildHubs hubs, GuildConfigurations configurations, TimeProvider clock)
{
    private const int MostUses = 2000;

    public Task<TipPlan?> PlanOfAsync(Snowflake guild, CancellationToken ct) => db.In<TipPlan>(guild).SingleOrDefaultAsync(ct);

    /// <summary>Makes or changes the plan and starts it; returns when the first tip is due.</summary>
    public async Task<(TipPlan Plan, DateTimeOffset First)> StartAsync(Snowflake guild, Snowflake by, Action<TipPlan> change, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        if (await PlanOfAsync(guild, ct) is not { } plan)
        {
            plan = new TipPlan { GuildId = guild };
            db.Add(plan);
        }

        change(plan);
        (plan.IsActive, plan.StartedAt, plan.StartedBy) = (true, clock.GetUtcNow(), by);
        await db.SaveChangesAsync(ct);
        var first = await planner.PlanAsync(db, plan, ct);
        await together.CommitAsync(ct);
        return (plan, first!.Value);
    }

    /// <summary>False when there is nothing to stop.</summary>
    public async Task<bool> StopAsync(Snowflake guild, CancellationToken ct)
    {
        if (await PlanOfAsync(guild, ct) is not { IsActive: true } plan)
        {
            return false;
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        plan.IsActive = false;
        await db.SaveChangesAsync(ct);
        await planner.PlanAsync(db, plan, ct);
        await together.CommitAsync(ct);
        return true;
    }

    /// <summary>Today's tip, whether it was posted or not; null when the hub is empty.</summary>
    public async Task<TipOfTheDay?> TodayAsync(Snowflake? guild, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(guild, ct);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        if (guild is not { } server)
        {
            return TipOfTheDay.Next(hub, (ulong)TipCalendar.OccurrenceOf(now.InUtc().Date), []);
        }

        var zone = Zones.Named((await configurations.OfAsync(server, ct)).TimeZone);
        var today = TipCalendar.OccurrenceOf(now.InZone(zone).Date);
        var used = await UsedAsync(db, server, ct);
        return used.Find(use => use.Occurrence == today) is { } posted && TipOfTheDay.In(hub).FirstOrDefault(tip => tip.Key == posted.Tip) is { } same ? same
            : await PlanOfAsync(server, ct) is { IsActive: true } ? TipOfTheDay.Next(hub, server.Value, used)
            : TipOfTheDay.Next(hub, server.Value + (ulong)today, []);
    }

    /// <summary>The tip of a delivery: the same one each time it is tried.</summary>
    public static async Task<TipOfTheDay?> ChooseAsync(NexusDb db, HubIndex hub, Snowflake guild, int occurrence, CancellationToken ct)
    {
        var used = await UsedAsync(db, guild, ct);
        var chosen = used.Find(use => use.Occurrence == occurrence);
        if (chosen is not null && TipOfTheDay.In(hub).FirstOrDefault(tip => tip.Key == chosen.Tip) is { } same)
        {
            return same;
        }

        if (TipOfTheDay.Next(hub, guild.Value, used) is not { } next)
        {
            return null;
        }

        // The page of an earlier try may be gone meanwhile.
        await db.In<TipUse>(guild).Where(use => use.Occurrence == occurrence).ExecuteDeleteAsync(ct);
        db.Add(new TipUse { GuildId = guild, Occurrence = occurrence, Tip = next.Key });
        await db.SaveChangesAsync(ct);
        return next;
    }

    private static Task<List<TipUse>> UsedAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        db.In<TipUse>(guild).AsNoTracking().OrderByDescending(use => use.Occurrence).Take(MostUses).ToListAsync(ct);
}
