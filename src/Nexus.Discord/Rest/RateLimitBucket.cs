namespace Nexus.Discord.Rest;

/// <summary>
/// One limit that Discord counts for us: a bucket hash (or a route that has not told its hash yet) × a major parameter.
/// Not thread-safe: <see cref="RateLimiter"/> holds the lock.
/// </summary>
/// <remarks>
/// Between windows nothing is known of the new window until a response tells, so no more requests are in flight than the
/// limit allows in one window (one while the limit is unknown). Within a window every response that is newer than what
/// is known sets what remains, less the requests it may not have counted.
/// </remarks>
internal sealed class RateLimitBucket(int? limit)
{
    // Covers the time between Discord's counting and our reading; discord.js uses the same.
    internal static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    // From this limit on, one request of each window is kept for the interactive lane while it has lately been used.
    private const int ReserveFrom = 4;
    internal static readonly TimeSpan Lately = TimeSpan.FromMinutes(1);

    private TimeSpan _window = TimeSpan.MinValue;
    private int _remaining;
    private int _interactiveInFlight;
    private TimeSpan _lastInteractive = -Lately;

    /// <summary>Requests per window; null while unknown, <see cref="int.MaxValue"/> when responses name none.</summary>
    public int? Limit { get; private set; } = limit;

    /// <summary>When the running window ends; null between windows.</summary>
    public TimeSpan? ResetAt { get; private set; }

    public int InFlight { get; private set; }

    public LinkedList<RateLimitWaiter> Interactive { get; } = new();

    public LinkedList<RateLimitWaiter> Batch { get; } = new();

    public RateLimitBucket? MergedInto { get; private set; }

    public RateLimitBucket Current => MergedInto is null ? this : MergedInto.Current;

    public bool HasWaiters => Interactive.Count + Batch.Count > 0;

    /// <summary>Nothing is lost by forgetting it.</summary>
    public bool IsIdle(TimeSpan now)
    {
        EndWindow(now);
        return InFlight == 0 && ResetAt is null && !HasWaiters;
    }

    public LinkedList<RateLimitWaiter> Lane(RequestPriority priority) => priority == RequestPriority.Interactive ? Interactive : Batch;

    public bool Admits(RequestPriority priority, TimeSpan now)
    {
        EndWindow(now);
        var reserved = priority == RequestPriority.Batch && Limit >= ReserveFrom && now - _lastInteractive < Lately ? 1 : 0;
        if (ResetAt is not null)
        {
            return _remaining > reserved;
        }

        if (Limit is { } known)
        {
            return InFlight < known - reserved;
        }

        // A batch request on its way says nothing yet; an interactive one does not wait for it.
        return priority == RequestPriority.Interactive ? _interactiveInFlight == 0 : InFlight == 0;
    }

    /// <summary>The earliest time that time alone could admit a request; now, if that depends on a response.</summary>
    public TimeSpan ReadyAt(RequestPriority priority, TimeSpan now) =>
        Admits(priority, now) || ResetAt is not { } reset ? now : reset;

    public void Take(RequestPriority priority, TimeSpan now)
    {
        InFlight++;
        if (priority == RequestPriority.Interactive)
        {
            _interactiveInFlight++;
            _lastInteractive = now;
        }

        _remaining--;
    }

    public void GiveBack(RequestPriority priority)
    {
        InFlight--;
        _interactiveInFlight -= priority == RequestPriority.Interactive ? 1 : 0;
    }

    /// <summary>A success without any limit headers: this route is not limited as far as it says.</summary>
    public void NamesNoLimit() => Limit ??= int.MaxValue;

    public void Learn(in RateLimitHeaders headers, TimeSpan now)
    {
        if (headers.Limit is { } told)
        {
            Limit = Math.Max(1, told);
        }

        if (headers.Remaining is not { } remaining || headers.ResetAfter is not { } after)
        {
            return;
        }

        EndWindow(now);
        var window = headers.Reset ?? now + after;
        if (window > _window)
        {
            _window = window;
            _remaining = remaining - InFlight;
            ResetAt = now + after + Slack;
        }
        else if (window == _window && ResetAt is not null)
        {
            _remaining = Math.Min(_remaining, remaining);
        }
    }

    /// <summary>A 429: nothing until then.</summary>
    public void Exhaust(TimeSpan until)
    {
        _remaining = 0;
        ResetAt = ResetAt is { } reset && reset > until ? reset : until;
    }

    public void MergeInto(RateLimitBucket other)
    {
        MergedInto = other;
        other.InFlight += InFlight;
        other._interactiveInFlight += _interactiveInFlight;
        other._remaining -= InFlight;
        other._lastInteractive = _lastInteractive > other._lastInteractive ? _lastInteractive : other._lastInteractive;
        Move(Interactive, other, other.Interactive);
        Move(Batch, other, other.Batch);
    }

    private static void Move(LinkedList<RateLimitWaiter> from, RateLimitBucket bucket, LinkedList<RateLimitWaiter> to)
    {
        while (from.First is { } node)
        {
            from.Remove(node);
            node.Value.Bucket = bucket;
            to.AddLast(node);
        }
    }

    private void EndWindow(TimeSpan now)
    {
        if (ResetAt <= now)
        {
            ResetAt = null;
        }
    }
}
