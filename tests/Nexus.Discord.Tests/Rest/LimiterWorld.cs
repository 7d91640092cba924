using Microsoft.Extensions.Time.Testing;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>A rate limiter on a clock moved by hand, and short words for what happens to requests.</summary>
internal sealed class LimiterWorld : IDisposable
{
    public static readonly RestRoute Send = new(HttpMethod.Post, "/channels/{channel}/messages", RouteRepeat.Never);
    public static readonly RestRoute Edit = new(HttpMethod.Patch, "/channels/{channel}/messages/{message}", RouteRepeat.Safe);
    public static readonly RestRoute FollowUp = new(HttpMethod.Post, "/webhooks/{application}/{token}", RouteRepeat.Never, RouteAccess.WebhookToken);

    private readonly MonotonicClock _clock;
    private readonly RestMetrics _metrics = new();

    public LimiterWorld()
    {
        _clock = new MonotonicClock(Clock);
        Limiter = new RateLimiter(_clock, _metrics);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public RateLimiter Limiter { get; }

    public TimeSpan Now => _clock.Now;

    public Task<RateLimitLease> Ask(RestRoute route, ulong major = 1, RequestPriority priority = RequestPriority.Interactive, double deadline = 15, CancellationToken cancellation = default) =>
        Limiter.AcquireAsync(route, major, priority, _clock.Now + TimeSpan.FromSeconds(deadline), cancellation).AsTask();

    public Task<RateLimitLease> AskBatch(RestRoute route, ulong major = 1, double deadline = 15) => Ask(route, major, RequestPriority.Batch, deadline);

    public void Answer(Task<RateLimitLease> sent, RateLimitHeaders headers) => Limiter.Release(sent.Result, headers, succeeded: true);

    public void Answer(Task<RateLimitLease> sent, string bucket = "b1", int limit = 5, int remaining = 4, double resetAfter = 5) =>
        Answer(sent, Says(bucket, limit, remaining, resetAfter));

    public void Refuse(Task<RateLimitLease> sent, RateLimitHeaders headers) => Limiter.Release(sent.Result, headers, succeeded: false);

    public void Lose(Task<RateLimitLease> sent) => Limiter.Release(sent.Result);

    /// <summary>A whole request at once, so that its bucket is known.</summary>
    public void Learn(RestRoute route, ulong major = 1, string bucket = "b1", int limit = 5, int remaining = 4, double resetAfter = 5) =>
        Answer(Ask(route, major), bucket, limit, remaining, resetAfter);

    public RateLimitHeaders Says(string bucket, int limit, int remaining, double resetAfter) => new()
    {
        Bucket = bucket,
        Limit = limit,
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(resetAfter),
        Reset = Clock.GetUtcNow() - DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(resetAfter),
    };

    public void After(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        Limiter.Dispose();
        _metrics.Dispose();
    }
}
