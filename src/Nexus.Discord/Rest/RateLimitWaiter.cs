namespace Nexus.Discord.Rest;

/// <summary>A request that stands in a lane of its bucket.</summary>
internal sealed class RateLimitWaiter(RateLimiter limiter, RestRoute route, ulong major, RequestPriority priority, TimeSpan deadline)
    : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public RateLimiter Limiter => limiter;

    public RestRoute Route => route;

    public ulong Major => major;

    public RequestPriority Priority => priority;

    public TimeSpan Deadline => deadline;

    /// <summary>Where it stands now: a bucket that turns out to be another one's twin hands its waiters over.</summary>
    public RateLimitBucket? Bucket { get; set; }
}
