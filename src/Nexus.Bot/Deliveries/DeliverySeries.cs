using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;

namespace Nexus.Bot.Deliveries;

/// <summary>Keeps recurring subjects going: a due occurrence has the next one planned before it is sent, whatever becomes of it.</summary>
internal sealed class DeliverySeries(IEnumerable<IDeliverySource> sources, INexusDbFactory databases, DeliveryQueue queue, TimeProvider clock)
{
    private readonly Dictionary<string, IRecurringDeliverySource> _recurring = sources.OfType<IRecurringDeliverySource>().ToDictionary(source => source.Kind);

    /// <summary>True when a later occurrence is due as well: then this one is not sent.</summary>
    public async Task<bool> SupersedesAsync(Delivery row, CancellationToken ct)
    {
        if (row.State != DeliveryState.Waiting || !_recurring.TryGetValue(row.Kind, out var source))
        {
            return false;
        }

        await using var db = databases.Create();
        var later = db.In<Delivery>(row.GuildId).Where(it => it.Kind == row.Kind && it.SubjectId == row.SubjectId && it.Occurrence > row.Occurrence);
        if (!await later.AnyAsync(ct))
        {
            await PlanAsync(source, db, row, ct);
        }

        var now = clock.GetUtcNow();
        return await later.AnyAsync(it => it.State == DeliveryState.Waiting && it.DueAt <= now, ct) && await queue.SupersededAsync(row, ct);
    }

    private async Task PlanAsync(IRecurringDeliverySource source, NexusDb db, Delivery row, CancellationToken ct)
    {
        if (Occurrence.After(row.Occurrence, await source.DueAfterAsync(db, row, ct), clock.GetUtcNow()) is not { } next)
        {
            return;
        }

        try
        {
            db.Add(row.PlanLater(next));
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return; // another instance has planned it
        }

        queue.WakeAt(next.DueAt);
    }
}
