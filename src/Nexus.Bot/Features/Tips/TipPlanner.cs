using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Tips;

/// <summary>
/// Keeps the next tip of a plan in the queue of deliveries: one row a day, changed only while it waits. Doing it again changes
/// nothing, so it is simply done at each turn.
/// </summary>
internal sealed class TipPlanner(DeliveryQueue queue, GuildConfigurations configurations, TimeProvider clock)
{
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(26);

    /// <summary>When the next tip is due; null when the plan has stopped.</summary>
    public async Task<DateTimeOffset?> PlanNextAsync(NexusDb db, TipPlan plan, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - LongestDay;
        var rows = await Of(db, plan).AsNoTracking().Where(row => row.DueAt > since).ToListAsync(ct);
        var zone = Zones.Named((await configurations.OfAsync(plan.GuildId, ct)).TimeZone);
        var next = plan.IsActive
            ? TipCalendar.After(now, plan.Days, plan.At, zone)
                .Select(it => ((int Occurrence, DateTimeOffset Due)?)it)
                .FirstOrDefault(it => rows.Find(row => row.Occurrence == it!.Value.Occurrence) is null or { State: DeliveryState.Waiting or DeliveryState.Cancelled })
            : null;

        // What waits for another time than this is out of date: the plan or the zone has changed.
        var stale = rows.Where(row => row.State == DeliveryState.Waiting && row.Occurrence != next?.Occurrence && (row.DueAt > now || !plan.IsActive)).Select(row => row.Id).ToList();
        if (stale.Count > 0)
        {
            await Of(db, plan).Where(row => stale.Contains(row.Id) && row.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);
        }

        if (next is not { } coming)
        {
            return null;
        }

        await PutAsync(db, plan, rows.Find(row => row.Occurrence == coming.Occurrence), coming.Occurrence, coming.Due, ct);
        return coming.Due;
    }

    private async Task PutAsync(NexusDb db, TipPlan plan, Delivery? known, int occurrence, DateTimeOffset due, CancellationToken ct)
    {
        if (known is { State: DeliveryState.Waiting } && known.DueAt == due && known.ChannelId == plan.ChannelId)
        {
            return;
        }

        if (known is null)
        {
            db.Add(Delivery.Plan(plan.GuildId, TipPlan.DeliveryKind, plan.Id, plan.ChannelId, due, occurrence));
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
                        .SetProperty(row => row.DueAt, due)
                        .SetProperty(row => row.NextTryAt, due),
                    ct);
        }

        queue.WakeAt(due);
    }

    private static IQueryable<Delivery> Of(NexusDb db, TipPlan plan) =>
        db.In<Delivery>(plan.GuildId).Where(row => row.Kind == TipPlan.DeliveryKind && row.SubjectId == plan.Id);
}
