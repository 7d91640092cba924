using System.Net;
using Microsoft.Extensions.Time.Testing;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

public sealed class RateLimitHeadersTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));

    [Fact]
    public void Every_header_is_read()
    {
        var headers = Read(HttpStatusCode.TooManyRequests,
            ("X-RateLimit-Bucket", "abcd1234"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800000001.5"),
            ("X-RateLimit-Reset-After", "1.25"), ("X-RateLimit-Scope", "shared"), ("Retry-After", "2"));

        Assert.Equal(
            new RateLimitHeaders
            {
                Bucket = "abcd1234",
                Limit = 5,
                Remaining = 0,
                Reset = TimeSpan.FromSeconds(1_800_000_001.5),
                ResetAfter = TimeSpan.FromSeconds(1.25),
                Scope = RateLimitScope.Shared,
                RetryAfter = TimeSpan.FromSeconds(2),
            },
            headers);
    }

    [Fact]
    public void The_absolute_reset_serves_when_there_is_no_relative_one() =>
        Assert.Equal(TimeSpan.FromSeconds(3), Read(HttpStatusCode.OK, ("X-RateLimit-Reset", "1800000003")).ResetAfter);

    [Fact]
    public void A_429_with_the_global_header_is_global_whatever_its_scope() =>
        Assert.Equal(RateLimitScope.Global, Read(HttpStatusCode.TooManyRequests, ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "user")).Scope);

    [Theory]
    [InlineData("X-RateLimit-Limit", "")]
    [InlineData("X-RateLimit-Limit", "-1")]
    [InlineData("X-RateLimit-Limit", "99999999999999999999")]
    [InlineData("X-RateLimit-Remaining", "many")]
    [InlineData("X-RateLimit-Reset", "NaN")]
    [InlineData("X-RateLimit-Reset", "1e300")]
    [InlineData("X-RateLimit-Reset-After", "NaN")]
    [InlineData("X-RateLimit-Reset-After", "soon")]
    [InlineData("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("X-RateLimit-Scope", "galaxy")]
    public void A_header_that_makes_no_sense_is_as_if_it_were_not_there(string name, string value) =>
        Assert.Equal(default, Read(HttpStatusCode.TooManyRequests, (name, value)));

    [Theory]
    [InlineData("-5", 0)]
    [InlineData("Infinity", 86_400)]
    [InlineData("1e18", 86_400)]
    public void Times_stay_between_now_and_a_day(string value, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(HttpStatusCode.OK, ("X-RateLimit-Reset-After", value)).ResetAfter);

    private RateLimitHeaders Read(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitHeaders.Read(response, _clock);
    }
}
