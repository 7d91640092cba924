namespace Nexus.Discord.Rest;

/// <summary>
/// Holds requests back so that Discord does not have to refuse them: per learned bucket × major parameter, over all
/// routes (50 a second), and after a 429 for exactly what it names. Two lanes: an interactive request never stands
/// behind a batch request. No request waits past its deadline.
/// <see href="https://discord.com/developers/docs/topics/rate-limits">Discord: rate limits</see>.
/// </summary>
/// <remarks>One lock, held for as long as it takes to look at the lanes; one timer for the next moment that matters.</remarks>
internal sealed class RateLimiter : IDisposable
{
    // Batch requests at once: the rest of the connections stay free for people who wait.
    internal const int BatchInFlight = 16;

    private static readonly TimeSpan ShortestTimer = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan UntoldRetryAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly MonotonicClock _clock;
    private readonly RestMetrics _metrics;
    private readonly ITimer _timer;
    private readonly GlobalLimit _global = new();
    private readonly RateLimitBuckets _buckets = new();
    private readonly Dictionary<(RestRoute Route, ulong Major), TimeSpan> _blocked = [];
    private readonly List<RateLimitBucket> _waiting = [];
    private TimeSpan _everythingPausedUntil = TimeSpan.MinValue;
    private int _batchInFlight;

    public RateLimiter(MonotonicClock clock, RestMetrics metrics)
    {
        _clock = clock;
        _metrics = metrics;
        _timer = clock.Time.CreateTimer(static state => ((RateLimiter)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many limits are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _buckets.Count + _blocked.Count;
            }
        }
    }

    /// <summary>How many requests are held back now.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Sum(static bucket => bucket.Interactive.Count + bucket.Batch.Count);
            }
        }
    }

    /// <summary>Waits until the request may be sent.</summary>
    /// <exception cref="DiscordRateLimitException">It could not be sent before <paramref name="deadline"/>.</exception>
    public ValueTask<RateLimitLease> AcquireAsync(RestRoute route, ulong major, RequestPriority priority, TimeSpan deadline, CancellationToken cancellation)
    {
        RateLimitWaiter waiter;
        var now = _clock.Now;
        lock (_lock)
        {
            if (_waiting.Count > 0)
            {
                Pump(now);
            }

            var bucket = _buckets.Find(route, major);
            if (TryTake(bucket, route, major, priority, now))
            {
                return ValueTask.FromResult(new RateLimitLease(bucket, route, major, priority, now));
            }

            var ready = ReadyAt(bucket, route, major, priority, now);
            if (ready >= deadline)
            {
                throw new DiscordRateLimitException(route.Name, ready - now);
            }

            waiter = new RateLimitWaiter(this, route, major, priority, deadline) { Bucket = bucket };
            if (!bucket.HasWaiters)
            {
                _waiting.Add(bucket);
            }

            bucket.Lane(priority).AddLast(waiter);
            Arm(now);
        }

        return WaitAsync(waiter, now, cancellation);
    }

    /// <summary>Ends a lease whose request got no response: its share of the window counts as used.</summary>
    public void Release(in RateLimitLease lease) => Release(lease, default, succeeded: false, answered: false);

    /// <summary>Ends a lease with what the response said.</summary>
    public void Release(in RateLimitLease lease, in RateLimitHeaders headers, bool succeeded) => Release(lease, headers, succeeded, answered: true);

    private void Release(in RateLimitLease lease, in RateLimitHeaders headers, bool succeeded, bool answered)
    {
        var now = _clock.Now;
        lock (_lock)
        {
            _batchInFlight -= lease.Priority == RequestPriority.Batch ? 1 : 0;
            lease.Bucket.Current.GiveBack(lease.Priority);
            if (answered && lease.Route.Access == RouteAccess.Bot)
            {
                _global.Answered(lease.At, now);
            }

            var bucket = _buckets.Learn(lease, headers, succeeded, now, _waiting);
            if (headers.Scope is { } scope)
            {
                Refused(lease, bucket, headers, scope, now);
            }

            if (_waiting.Count > 0)
            {
                Pump(now);
            }
        }
    }

    /// <summary>A refusal that was not Discord's API speaking (its edge, by address): nothing at all is sent until then.</summary>
    public void PauseEverything(TimeSpan time)
    {
        lock (_lock)
        {
            var until = _clock.Now + time;
            _everythingPausedUntil = until > _everythingPausedUntil ? until : _everythingPausedUntil;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Refused(in RateLimitLease lease, RateLimitBucket bucket, in RateLimitHeaders headers, RateLimitScope scope, TimeSpan now)
    {
        var until = now + (headers.RetryAfter ?? headers.ResetAfter ?? UntoldRetryAfter) + RateLimitBucket.Slack;
        if (scope == RateLimitScope.Global && lease.Route.Access == RouteAccess.Bot)
        {
            _global.PauseUntil(until);
        }
        else if (headers.Remaining == 0)
        {
            bucket.Exhaust(until);
        }
        else
        {
            // Its bucket says there is room, so a limit that no header shows has spoken: it holds this operation only.
            _blocked[(lease.Route, lease.Major)] = until;
            ForgetBlocks(now);
        }
    }

    private bool TryTake(RateLimitBucket bucket, RestRoute route, ulong major, RequestPriority priority, TimeSpan now)
    {
        var global = route.Access == RouteAccess.Bot;
        if (_everythingPausedUntil > now
            || !bucket.Admits(priority, now)
            || (global && _global.ReadyAt(priority, now) > now)
            || (priority == RequestPriority.Batch && _batchInFlight >= BatchInFlight)
            || BlockedUntil(route, major) > now)
        {
            return false;
        }

        bucket.Take(priority, now);
        _batchInFlight += priority == RequestPriority.Batch ? 1 : 0;
        if (global)
        {
            _global.Take(priority, now);
        }

        return true;
    }

    private TimeSpan ReadyAt(RateLimitBucket bucket, RestRoute route, ulong major, RequestPriority priority, TimeSpan now)
    {
        var ready = Later(bucket.ReadyAt(priority, now), BlockedUntil(route, major));
        ready = Later(ready, _everythingPausedUntil);
        return route.Access == RouteAccess.Bot ? Later(ready, _global.ReadyAt(priority, now)) : ready;
    }

    private TimeSpan BlockedUntil(RestRoute route, ulong major) =>
        _blocked.Count > 0 && _blocked.TryGetValue((route, major), out var until) ? until : TimeSpan.MinValue;

    private async ValueTask<RateLimitLease> WaitAsync(RateLimitWaiter waiter, TimeSpan since, CancellationToken cancellation)
    {
        using var registration = cancellation.UnsafeRegister(
            static (state, token) => ((RateLimitWaiter)state!).Limiter.Leave((RateLimitWaiter)state!, token), waiter);
        try
        {
            return await waiter.Task.ConfigureAwait(false);
        }
        finally
        {
            _metrics.Waited(waiter.Route, waiter.Priority, _clock.Now - since);
        }
    }

    private void Leave(RateLimitWaiter waiter, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (waiter.Bucket is { } bucket && bucket.Lane(waiter.Priority).Remove(waiter))
            {
                if (!bucket.HasWaiters)
                {
                    _waiting.Remove(bucket);
                }

                waiter.TrySetCanceled(cancellation);
            }
        }
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            Pump(_clock.Now);
        }
    }

    /// <summary>Lets go whoever may go, interactive ones first, and ends the waits that are over.</summary>
    private void Pump(TimeSpan now)
    {
        PumpLane(RequestPriority.Interactive, now);
        PumpLane(RequestPriority.Batch, now);
        _waiting.RemoveAll(static bucket => !bucket.HasWaiters);
        Arm(now);
    }

    private void PumpLane(RequestPriority priority, TimeSpan now)
    {
        foreach (var bucket in _waiting)
        {
            var lane = bucket.Lane(priority);
            for (var node = lane.First; node is not null;)
            {
                var (next, waiter) = (node.Next, node.Value);
                if (waiter.Deadline <= now)
                {
                    lane.Remove(node);
                    var ready = ReadyAt(bucket, waiter.Route, waiter.Major, priority, now);
                    waiter.TrySetException(new DiscordRateLimitException(waiter.Route.Name, ready - now));
                }
                else if (TryTake(bucket, waiter.Route, waiter.Major, priority, now))
                {
                    lane.Remove(node);
                    waiter.TrySetResult(new RateLimitLease(bucket, waiter.Route, waiter.Major, priority, now));
                }

                node = next;
            }
        }
    }

    /// <summary>Sets the timer to the next moment at which time alone changes something for a waiter.</summary>
    private void Arm(TimeSpan now)
    {
        var next = TimeSpan.MaxValue;
        foreach (var bucket in _waiting)
        {
            next = Earlier(next, NextFor(bucket, bucket.Interactive, now));
            next = Earlier(next, NextFor(bucket, bucket.Batch, now));
        }

        if (next < TimeSpan.MaxValue)
        {
            _timer.Change(Later(next - now, ShortestTimer), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan NextFor(RateLimitBucket bucket, LinkedList<RateLimitWaiter> lane, TimeSpan now)
    {
        var next = TimeSpan.MaxValue;
        foreach (var waiter in lane)
        {
            var ready = ReadyAt(bucket, waiter.Route, waiter.Major, waiter.Priority, now);
            next = Earlier(next, ready > now ? Earlier(ready, waiter.Deadline) : waiter.Deadline);
        }

        return next;
    }

    private void ForgetBlocks(TimeSpan now)
    {
        foreach (var (operation, until) in _blocked)
        {
            if (until <= now)
            {
                _blocked.Remove(operation);
            }
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
