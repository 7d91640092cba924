using System.Collections.Concurrent;
using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// Sends what is due in one place, one after the other, in the order in which it is due. One that Discord does not take now holds
/// back those behind it for <see cref="HoldsBack"/> from its first try, and for its first <see cref="TriesInFront"/> tries; then the
/// next one is tried as well. If that one goes, the trouble was the first one's own, and it is overtaken; if it does not, nothing
/// overtakes anything, and when the place works again all of them go in their order.
/// </summary>
internal sealed class DeliveryLanes(DeliveryQueue queue, DeliverySender sender, DeliverySeries series, TimeProvider clock)
{
    public static readonly TimeSpan HoldsBack = TimeSpan.FromMinutes(1);

    // A minute may have passed while the program was down: one more failure is not yet a reason to be overtaken.
    public const int TriesInFront = 3;

    // So many, then other places have their turn if they wait for one.
    private const int Page = 20;

    // After a restart one is tried once more ahead of its time, nothing worse.
    private readonly ConcurrentDictionary<long, byte> _overtaken = new();

    /// <param name="stopping">Ends it after the first message: a turn that was begun is not for nothing.</param>
    /// <returns>Until when this place is held back; null when nothing more is due there, or when it has had its turn.</returns>
    public async Task<DateTimeOffset?> RunAsync(Snowflake lane, CancellationToken stopping)
    {
        List<Delivery> behind = [];
        Delivery? last = null;
        for (var sent = 0; sent < Page && !(sent > 0 && stopping.IsCancellationRequested);)
        {
            var rows = await queue.OpenAsync(lane, last, Page, CancellationToken.None);
            foreach (var row in rows)
            {
                var now = clock.GetUtcNow();
                if (sent > 0 && stopping.IsCancellationRequested)
                {
                    return null;
                }

                if (queue.IsBeingSent(row, now))
                {
                    return row.LeaseUntil;
                }

                if (row.NextTryAt > now && _overtaken.ContainsKey(row.Id))
                {
                    last = row;
                    continue;
                }

                var held = HeldUntil(row, row.Tries, row.NextTryAt);
                if (row.NextTryAt > now && held > now)
                {
                    return held;
                }

                if (await series.SupersedesAsync(row, CancellationToken.None))
                {
                    last = row;
                    continue;
                }

                if (!await queue.ClaimAsync(row, CancellationToken.None))
                {
                    break; // changed meanwhile: read again
                }

                // A claimed row is brought to its end also when the program stops; every request has its deadline.
                var (result, again) = await sender.SendAsync(row, CancellationToken.None);
                last = row;
                if (result == SendResult.Later)
                {
                    behind.Add(row);
                    held = behind.Count > 1 ? again!.Value : HeldUntil(row, row.Tries + 1, again!.Value);
                    if (held > clock.GetUtcNow())
                    {
                        return held;
                    }

                    continue;
                }

                _overtaken.TryRemove(row.Id, out _);
                sent++;
                if (result == SendResult.Sent)
                {
                    behind.ForEach(one => _overtaken.TryAdd(one.Id, 0));
                    behind.Clear();
                }
            }

            if (rows.Count < Page && (rows.Count == 0 || last == rows[^1]))
            {
                return null;
            }
        }

        return null;
    }

    private static DateTimeOffset HeldUntil(Delivery row, int tries, DateTimeOffset nextTry)
    {
        var holds = (row.FirstTriedAt ?? nextTry) + HoldsBack;
        return tries < TriesInFront || nextTry < holds ? nextTry : holds;
    }
}
