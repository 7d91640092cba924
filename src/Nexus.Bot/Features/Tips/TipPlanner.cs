using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Tips;

/// <summary>
/// Keeps the coming tips of a plan in the queue of deliveries: one row a day, changed only while it waits. Doing it again changes
/// nothing, so it is simply done at each turn.
/// </summary>
internal sealed class TipPlanner(DeliveryQueue queue, GuildConfigurations configurations, TimeProvider clock)
{
    // One in reserve, should the next planning come late.
    private const int Ahead = 2;

    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(26);

    /// <summary>When the next tip is due; null when the plan has stopped.</summary>
    public async Task<DateTimeOffset?> PlanAsync(NexusDb db, TipPlan plan, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - LongestDay;
        var rows = await Of(db, plan).AsNoTracking().Where(row => row.DueAt > since).ToListAsync(ct);
        var zone = Zones.Named((await configurations.OfAsync(plan.GuildId, ct)).TimeZone);
        var coming = plan.IsActive
            ? TipCalendar.After(now, plan.Days, plan.At, zone)
                .Where(it => rows.Find(row => row.Occurrence == it.Occurrence) is null or { State: DeliveryState.Waiting or DeliveryState.Cancelled })
                .Take(Ahead)
                .ToList()
            : [];

        // What waits for another time than these is out of date: the plan or the zone has changed.
        var stale = rows
            .Where(row => row.State == DeliveryState.Waiting && (row.DueAt > now || !plan.IsActive) && !coming.Exists(it => it.Occurrence == row.Occurrence))
            .Select(row => row.Id)
            .ToList();
        if (stale.Count > 0)
        {
            await Of(db, plan).Where(row => stale.Contains(row.Id) && row.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);
        }

        foreach (var (occurrence, due) in coming)
        {
            await PutAsync(db, plan, rows.Find(row => row.Occurrence == occurrence), occurrence, due, ct);
        }

        return coming is [var next, ..] ? next.Due : null;
    }

    private async Task PutAsync(NexusDb db, TipPlan plan, Delivery? known, int occurrence, DateTimeOffset due, CancellationToken ct)
    {
        if (known is { State: DeliveryState.Waiting } && known.DueAt == due && known.ChannelId == plan.ChannelId)
        {
            return;
        }

        if (known is null)
        {
            db.Add(Delivery.Plan(plan.GuildId, TipPlan.DeliveryKind, plan.Id, DeliveryTarget.In(plan.ChannelId), due, occurrence));
            await db.SaveChangesAsync(ct);
        }
        else
        {
            var channel = plan.ChannelId;
            await Of(db, plan)
                .Where(row => row.Id == known.Id && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Cancelled))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.State, DeliveryState.Waiting)
                        .SetProperty(row => row.ChannelId, channel)
                        .SetProperty(row => row.LaneId, channel)
                        .SetProperty(row => row.DueAt, due)
                        .SetProperty(row => row.NextTryAt, due),
                    ct);
        }

        queue.WakeAt(due);
    }

    private static IQueryable<Delivery> Of(NexusDb db, TipPlan plan) =>
        db.In<Delivery>(plan.GuildId).Where(row => row.Kind == TipPlan.DeliveryKind && row.SubjectId == plan.Id);
}
