using CsCheck;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>Random traffic against a model of Discord's counting, and against headers that make no sense.</summary>
public sealed class RateLimiterPropertyTests
{
    private static readonly RestRoute[] Routes = [LimiterWorld.Send, LimiterWorld.Edit, LimiterWorld.FollowUp];

    private static readonly Gen<Traffic> AnyTraffic = Gen.Select(
        Gen.Int[0, 4_000], Gen.Int[0, 2], Gen.ULong[1, 2], Gen.Bool, Gen.Int[1, 900],
        (at, route, major, batch, latency) => new Traffic(at, route, major, batch ? RequestPriority.Batch : RequestPriority.Interactive, latency));

    [Fact]
    public void Whatever_the_traffic_no_bucket_is_exceeded_and_everybody_gets_through() =>
        Gen.Select(AnyTraffic.Array[1, 60], Gen.Int[1, 7].Array[3], Gen.Int[200, 3_000])
            .Sample((traffic, limits, period) => Run(traffic, new CountingDiscord(limits, period), patience: 10_000), iter: 100);

    [Fact]
    public void Whatever_the_headers_say_every_request_is_sent_or_fails_by_its_deadline() =>
        Gen.Select(AnyTraffic.Array[1, 40], AnyHeaders.Array[1, 40])
            .Sample((traffic, headers) => Run(traffic, new TalkingDiscord(headers), patience: 120), iter: 100);

    private static Gen<RateLimitHeaders> AnyHeaders => Gen.Select(
        Gen.Int[0, 3], Gen.Int[-1, 6], Gen.Int[-1, 9], Gen.Double[-1, 40], Gen.Double[-5, 50], Gen.Int[-1, 5],
        (bucket, limit, remaining, resetAfter, reset, scope) => new RateLimitHeaders
        {
            Bucket = bucket == 0 ? null : $"bucket {bucket}",
            Limit = limit < 0 ? null : limit,
            Remaining = remaining < 0 ? null : remaining,
            ResetAfter = resetAfter < 0 ? null : TimeSpan.FromSeconds(resetAfter),
            Reset = reset < 0 ? null : TimeSpan.FromSeconds(reset),
            Scope = scope is >= 0 and <= 2 ? (RateLimitScope)scope : null,
            RetryAfter = scope is 0 or 1 ? TimeSpan.FromSeconds(limit + 1) : null,
        });

    private static void Run(Traffic[] traffic, IModelOfDiscord discord, double patience)
    {
        using var world = new LimiterWorld();
        discord.Begin(world);
        var coming = new Queue<Traffic>(traffic.OrderBy(one => one.At));
        var waiting = new List<(Traffic Traffic, Task<RateLimitLease> Turn)>();
        var flying = new PriorityQueue<Action, int>();
        var start = world.Now;
        for (var now = 0; coming.Count + waiting.Count + flying.Count > 0; now += 10)
        {
            Assert.True(now < 600_000, $"{waiting.Count} requests wait for ever.");
            while (coming.TryPeek(out var next) && next.At <= now)
            {
                waiting.Add((coming.Dequeue(), Ask(world, next, patience)));
            }

            while (flying.TryPeek(out var happens, out var at) && at <= now)
            {
                flying.Dequeue();
                happens();
            }

            // A request that was let go ends its wait on another thread.
            SpinWait.SpinUntil(() => waiting.Count(one => !one.Turn.IsCompleted) == world.Limiter.Waiting);
            foreach (var (one, turn) in waiting.Where(one => one.Turn.IsCompletedSuccessfully).ToArray())
            {
                RateLimitHeaders answer = default;
                flying.Enqueue(() => answer = discord.Count(one, (int)(world.Now - start).TotalMilliseconds), now + (one.Latency / 2));
                flying.Enqueue(() => world.Limiter.Release(turn.GetAwaiter().GetResult(), answer, answer.Scope is null), now + one.Latency + 10);
            }

            Assert.All(waiting.Where(one => one.Turn.IsFaulted), one =>
            {
                Assert.IsType<DiscordRateLimitException>(one.Turn.Exception!.InnerException);
                Assert.IsNotType<CountingDiscord>(discord);
            });
            waiting.RemoveAll(one => one.Turn.IsCompleted);
            world.After(0.01);
        }

        Assert.Equal(0, world.Limiter.Waiting);
    }

    private static Task<RateLimitLease> Ask(LimiterWorld world, Traffic one, double patience)
    {
        try
        {
            return world.Ask(Routes[one.Route], one.Major, one.Priority, patience);
        }
        catch (DiscordRateLimitException error)
        {
            return Task.FromException<RateLimitLease>(error);
        }
    }

    private interface IModelOfDiscord
    {
        void Begin(LimiterWorld world);

        /// <summary>The request arrives at Discord, which counts it and writes its headers.</summary>
        RateLimitHeaders Count(Traffic request, int now);

    }

    /// <summary>Windows that begin with their first request; the first two routes share a bucket. Fails when one is exceeded.</summary>
    private sealed class CountingDiscord(int[] limits, int period) : IModelOfDiscord
    {
        private readonly Dictionary<(string Bucket, ulong Major), (int Ends, int Used)> _windows = [];

        // The routes' buckets are known before the random traffic: until then nobody could know that two of them share one.
        public void Begin(LimiterWorld world)
        {
            foreach (var route in Routes)
            {
                world.Learn(route, major: 999, Bucket(Array.IndexOf(Routes, route)), Limit(Array.IndexOf(Routes, route)), remaining: 0, resetAfter: 0.001);
            }
        }

        public RateLimitHeaders Count(Traffic request, int now)
        {
            var (key, limit) = ((Bucket(request.Route), request.Major), Limit(request.Route));
            var window = _windows.GetValueOrDefault(key);
            window = window.Ends <= now ? (now + period, 1) : (window.Ends, window.Used + 1);
            _windows[key] = window;
            Assert.True(window.Used <= limit, $"{key} was used {window.Used} times in a window of {limit}.");
            return new RateLimitHeaders
            {
                Bucket = key.Item1,
                Limit = limit,
                Remaining = limit - window.Used,
                ResetAfter = TimeSpan.FromMilliseconds(window.Ends - now),
                Reset = TimeSpan.FromMilliseconds(1_000_000 + window.Ends),
            };
        }

        private static string Bucket(int route) => route < 2 ? "shared" : "own";

        private int Limit(int route) => limits[route < 2 ? 0 : 2];
    }

    private sealed class TalkingDiscord(RateLimitHeaders[] headers) : IModelOfDiscord
    {
        private int _next;

        public void Begin(LimiterWorld world)
        {
        }

        public RateLimitHeaders Count(Traffic request, int now) => headers[_next++ % headers.Length];
    }

    private sealed record Traffic(int At, int Route, ulong Major, RequestPriority Priority, int Latency);
}
