using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>A message that goes out at most once, however often its reason comes up.</summary>
internal static class Once
{
    /// <summary>Adds it, unless it was planned before. One that had become needless before it was sent is wanted again.</summary>
    public static async Task PlanAsync(NexusDb db, Delivery planned, CancellationToken ct)
    {
        var known = await db.In<Delivery>(planned.GuildId)
            .SingleOrDefaultAsync(it => it.Kind == planned.Kind && it.SubjectId == planned.SubjectId && it.Occurrence == planned.Occurrence, ct);
        if (known is null)
        {
            db.Add(planned);
        }
        else if (known.State == DeliveryState.Cancelled)
        {
            (known.State, known.DueAt, known.NextTryAt, known.Tries, known.FirstTriedAt) = (DeliveryState.Waiting, planned.DueAt, planned.DueAt, 0, null);
        }
    }
}
