namespace Nexus.Discord.Rest;

/// <summary>
/// Which limit an operation on a resource belongs to: learned from responses, forgotten when idle. Not thread-safe:
/// <see cref="RateLimiter"/> holds the lock.
/// </summary>
internal sealed class RateLimitBuckets
{
    private const int SweepFrom = 256;

    // A route's group is the bucket hash that Discord told for it, or the route itself until it has.
    private readonly Dictionary<RestRoute, Group> _groups = [];
    private readonly Dictionary<(object Group, ulong Major), RateLimitBucket> _buckets = [];
    private int _sweepAt = SweepFrom;

    public int Count => _buckets.Count;

    public RateLimitBucket Find(RestRoute route, ulong major)
    {
        var group = _groups.TryGetValue(route, out var known) ? known : new Group(route, null);
        return FindOrAdd(group, major);
    }

    /// <summary>Takes in what a response said and returns the bucket it spoke of.</summary>
    public RateLimitBucket Learn(in RateLimitLease lease, in RateLimitHeaders headers, bool succeeded, TimeSpan now, List<RateLimitBucket> waiting)
    {
        var bucket = lease.Bucket.Current;
        if (headers.Bucket is { } hash)
        {
            bucket = Adopt(lease, hash, headers.Limit, waiting);
        }

        bucket.Learn(headers, now);
        if (succeeded && headers is { Limit: null, Remaining: null, Bucket: null })
        {
            bucket.NamesNoLimit();
            _groups.TryAdd(lease.Route, new Group(lease.Route, int.MaxValue));
        }

        if (_buckets.Count >= _sweepAt)
        {
            Sweep(now);
        }

        return bucket;
    }

    private RateLimitBucket Adopt(in RateLimitLease lease, string hash, int? limit, List<RateLimitBucket> waiting)
    {
        var group = new Group(hash, limit is { } told ? Math.Max(1, told) : null);
        if (!_groups.TryGetValue(lease.Route, out var known) || !known.Id.Equals(hash))
        {
            _groups[lease.Route] = group;
            MoveUnlearned(lease.Route, group, waiting);
        }
        else if (group.Limit is not null && group.Limit != known.Limit)
        {
            _groups[lease.Route] = group;
        }

        return FindOrAdd(group, lease.Major);
    }

    // Requests of this route on other resources were counted under the route; from now on they count under its hash.
    private void MoveUnlearned(RestRoute route, Group group, List<RateLimitBucket> waiting)
    {
        foreach (var (key, bucket) in _buckets.Where(entry => ReferenceEquals(entry.Key.Group, route)).ToArray())
        {
            _buckets.Remove(key);
            if (!_buckets.TryGetValue((group.Id, key.Major), out var target))
            {
                _buckets.Add((group.Id, key.Major), bucket);
                continue;
            }

            var targetWaited = target.HasWaiters;
            var moved = bucket.HasWaiters;
            bucket.MergeInto(target);
            if (moved)
            {
                waiting.Remove(bucket);
                if (!targetWaited)
                {
                    waiting.Add(target);
                }
            }
        }
    }

    private RateLimitBucket FindOrAdd(in Group group, ulong major)
    {
        if (!_buckets.TryGetValue((group.Id, major), out var bucket))
        {
            bucket = new RateLimitBucket(group.Limit);
            _buckets.Add((group.Id, major), bucket);
        }

        return bucket;
    }

    private void Sweep(TimeSpan now)
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle(now))
            {
                _buckets.Remove(key);
            }
        }

        _sweepAt = Math.Max(SweepFrom, _buckets.Count * 2);
    }

    private readonly record struct Group(object Id, int? Limit);
}
