namespace Nexus.Discord.Rest;

/// <summary>
/// Counts refused requests over the last ten minutes. Discord bans an address at 10,000; bulk work stops at half of that
/// and everything a little before it.
/// <see href="https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans">Discord: invalid requests</see>.
/// </summary>
internal sealed class InvalidRequestBudget
{
    internal const int BatchLimit = 5_000;
    internal const int Limit = 9_500;

    private const int Slots = 11;
    private static readonly TimeSpan Slot = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly int[] _counts = new int[Slots];
    private long _slot;
    private int _total;

    public void Count(TimeSpan now)
    {
        lock (_lock)
        {
            MoveTo(now);
            _counts[_slot % Slots]++;
            _total++;
        }
    }

    /// <summary>Null if a request may be sent, else the time until then.</summary>
    public TimeSpan? Wait(RequestPriority priority, TimeSpan now)
    {
        // Without a lock in the ordinary case: a count that is a moment old is good enough.
        var limit = priority == RequestPriority.Batch ? BatchLimit : Limit;
        if (Volatile.Read(ref _total) < limit)
        {
            return null;
        }

        lock (_lock)
        {
            MoveTo(now);
            if (_total < limit)
            {
                return null;
            }

            var (left, slot) = (_total, _slot - Slots + 1);
            while (left >= limit)
            {
                left -= slot >= 0 ? _counts[slot % Slots] : 0;
                slot++;
            }

            return (slot + Slots - 1) * Slot - now;
        }
    }

    private void MoveTo(TimeSpan now)
    {
        var slot = now.Ticks / Slot.Ticks;
        for (var passed = Math.Min(slot - _slot, Slots); passed > 0; passed--)
        {
            var next = (slot - passed + 1) % Slots;
            _total -= _counts[next];
            _counts[next] = 0;
        }

        _slot = Math.Max(slot, _slot);
    }
}
