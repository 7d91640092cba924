using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Asks the pairs of a round, in their threads: halfway those that have said nothing, and at the end all.</summary>
internal sealed class RoundCheckIn
{
    /// <summary>At the end: did you meet? Saves nothing.</summary>
    /// <param name="round">Tracked.</param>
    public async Task AskAsync(NexusDb db, Round round, DateTimeOffset now, CancellationToken ct)
    {
        round.CheckedInAt = now;
        round.NudgedAt ??= now;
        foreach (var pair in await PlacedAsync(db, round, ct))
        {
            db.Add(Delivery.Plan(round.GuildId, CheckInSource.DeliveryKind, pair.Id, DeliveryTarget.In(pair.ThreadId!.Value), now));
        }
    }

    /// <summary>Halfway, where nobody has said that they met. Saves nothing.</summary>
    /// <param name="round">Tracked.</param>
    public async Task NudgeAsync(NexusDb db, Round round, DateTimeOffset now, CancellationToken ct)
    {
        round.NudgedAt = now;
        var met = await MetPairsAsync(db, round, ct);
        foreach (var pair in (await PlacedAsync(db, round, ct)).Where(pair => !met.Contains(pair.Id)))
        {
            db.Add(Delivery.Plan(round.GuildId, PairNudgeSource.DeliveryKind, pair.Id, DeliveryTarget.In(pair.ThreadId!.Value), now));
        }
    }

    /// <summary>Those of which somebody has said that they met, or will not.</summary>
    public static async Task<HashSet<long>> MetPairsAsync(NexusDb db, Round round, CancellationToken ct) =>
        [.. await db.In<RoundAnswer>(round.GuildId).Where(answer => answer.RoundId == round.Id && (answer.Met == Met.Yes || answer.Met == Met.Wont)).Select(answer => answer.PairId).ToListAsync(ct)];

    private static Task<List<Pair>> PlacedAsync(NexusDb db, Round round, CancellationToken ct) =>
        RunningRound.PairsOf(db, round).AsNoTracking().Where(pair => pair.Status == PairStatus.Active && pair.ThreadId != null).OrderBy(pair => pair.Id).ToListAsync(ct);
}
