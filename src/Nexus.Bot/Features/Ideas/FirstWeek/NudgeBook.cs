using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Whom mentors had written to, and who wants none of it.</summary>
internal sealed class NudgeBook(DeliveryQueue queue, TimeProvider clock)
{
    /// <summary>Plans a message to somebody, when that is kind. Of two mentors who press at once the later one clashes.</summary>
    public async Task<NudgeResult> NudgeAsync(NexusDb db, Snowflake guild, Snowflake person, Snowflake by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = await db.In<IdeaNudge>(guild).SingleOrDefaultAsync(it => it.PersonId == person, ct);
        var hasOne = (await FirstWeekParts.OfAsync(db, guild, ct)).Any(part => part.Person == person && part.Status.IsAlive());
        var learner = new Learner(person, null, default) { WantsNoNudge = row?.WantsNone == true, NudgedAt = row?.LastAt, Nudges = row?.Count ?? 0 };
        if (FirstWeekRules.Nudge(learner, hasOne, now) is var result and not NudgeResult.Sent)
        {
            return result;
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        if (row is null)
        {
            row = new IdeaNudge { GuildId = guild, PersonId = person };
            db.Add(row);
        }

        (row.Count, row.LastAt, row.By) = (row.Count + 1, now, by);
        await db.SaveChangesAsync(ct);

        // Its number of two at once is the same, and the later one fails.
        db.Add(Delivery.Plan(guild, NudgeSource.DeliveryKind, row.Id, DeliveryTarget.DmOf(person), now, row.Count));
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        queue.WakeAt(now);
        return NudgeResult.Sent;
    }

    /// <summary>What somebody who was written to wants; false when they never were.</summary>
    public static async Task<bool> ChooseAsync(NexusDb db, Snowflake guild, Snowflake person, bool wantsNone, CancellationToken ct)
    {
        if (await db.In<IdeaNudge>(guild).SingleOrDefaultAsync(it => it.PersonId == person, ct) is not { } row)
        {
            return false;
        }

        row.WantsNone = wantsNone;
        await db.SaveChangesAsync(ct);
        return true;
    }
}
