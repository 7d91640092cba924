using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestRateLimitTests
{
    private static readonly RateLimitRule FivePerFiveSeconds = new("five", 5, TimeSpan.FromSeconds(5), MajorParameter.Channel);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_bucket_counts_down_refuses_and_renews()
    {
        var limits = new RateLimits(clock);
        Assert.Equal([4, 3, 2, 1, 0], Enumerable.Range(0, 5).Select(_ => limits.Take(FivePerFiveSeconds, major: 1).Remaining));

        clock.Advance(TimeSpan.FromSeconds(2));
        var refused = limits.Take(FivePerFiveSeconds, major: 1);
        Assert.Equal((RateLimitScope.User, 3.0), (refused.Scope, refused.ResetAfterSeconds));

        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(limits.Take(FivePerFiveSeconds, major: 1).Allowed);
    }

    [Fact]
    public void Each_channel_has_its_own_count()
    {
        var limits = new RateLimits(clock);
        for (var i = 0; i < 5; i++)
        {
            limits.Take(FivePerFiveSeconds, major: 1);
        }

        Assert.False(limits.Take(FivePerFiveSeconds, major: 1).Allowed);
        Assert.True(limits.Take(FivePerFiveSeconds, major: 2).Allowed);
    }

    [Fact]
    public void The_51st_request_of_a_second_hits_the_global_limit_but_webhook_tokens_do_not()
    {
        var limits = new RateLimits(clock);
        for (var i = 0; i < 50; i++)
        {
            Assert.True(limits.Take(FivePerFiveSeconds, major: (ulong)i).Allowed);
        }

        Assert.Equal(RateLimitScope.Global, limits.Take(FivePerFiveSeconds, major: 1000).Scope);
        Assert.True(limits.Take(RateLimitRules.WebhookToken, major: 1, token: 2).Allowed);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limits.Take(FivePerFiveSeconds, major: 1000).Allowed);
    }

    [Fact]
    public async Task A_refusal_tells_scope_and_wait_in_headers_and_body()
    {
        var limits = new RateLimits(clock);
        for (var i = 0; i < 5; i++)
        {
            limits.Take(FivePerFiveSeconds, major: 1);
        }

        clock.Advance(TimeSpan.FromMilliseconds(2500));
        var response = new DefaultHttpContext().Response;
        response.Body = new MemoryStream();
        await limits.Take(FivePerFiveSeconds, major: 1).RefuseAsync(response);

        Assert.Equal(429, response.StatusCode);
        Assert.Equal("""{"message":"You are being rate limited.","retry_after":2.5,"global":false}""", Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray()));
        Assert.Equal("3", response.Headers.RetryAfter);
        Assert.Equal("user", response.Headers["X-RateLimit-Scope"]);
        Assert.Equal("0", response.Headers["X-RateLimit-Remaining"]);
        Assert.Equal("2.500", response.Headers["X-RateLimit-Reset-After"]);
        Assert.Equal(FivePerFiveSeconds.Bucket, response.Headers["X-RateLimit-Bucket"]);
        Assert.NotEmpty(response.Headers.Via.ToString());
    }

    [Fact]
    public async Task An_injected_global_refusal_says_so()
    {
        var response = new DefaultHttpContext().Response;
        response.Body = new MemoryStream();
        await RateLimitOutcome.Refusal(RateLimitScope.Global, TimeSpan.FromSeconds(1), clock.GetUtcNow()).RefuseAsync(response);

        Assert.Equal("true", response.Headers["X-RateLimit-Global"]);
        Assert.Contains("\"global\":true", Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray()));
    }

    [Fact]
    public void Old_counts_are_forgotten_so_that_a_long_run_does_not_grow()
    {
        var limits = new RateLimits(clock, globalPerSecond: int.MaxValue);
        for (var token = 0; token < 50_000; token++)
        {
            limits.Take(RateLimitRules.WebhookToken, major: 1, token);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(limits.WindowCount, 1, 10_000);
    }
}
