using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Nexus.Discord.Rest;

/// <summary>
/// What one response said about its limits. Missing or unreadable headers are null.
/// <see href="https://discord.com/developers/docs/topics/rate-limits#header-format">Discord: rate limit headers</see>.
/// </summary>
internal readonly record struct RateLimitHeaders
{
    // A reset further away than this is not one that a request could wait for; the cap keeps sums of times small.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public string? Bucket { get; init; }

    public int? Limit { get; init; }

    public int? Remaining { get; init; }

    /// <summary>From now until the window ends.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>The window's end on Discord's clock, since 1970. It names the window; it is not compared with our clock.</summary>
    public TimeSpan? Reset { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public RateLimitScope? Scope { get; init; }

    public static RateLimitHeaders Read(HttpResponseMessage response, TimeProvider clock)
    {
        var headers = response.Headers.NonValidated;
        var resetAfter = Seconds(headers, "X-RateLimit-Reset-After");
        var reset = Number(headers, "X-RateLimit-Reset") is { } epoch and > 0 and < 1e12 ? TimeSpan.FromSeconds(epoch) : (TimeSpan?)null;
        if (resetAfter is null && reset is { } end)
        {
            resetAfter = Clamp(end - (clock.GetUtcNow() - DateTimeOffset.UnixEpoch));
        }

        return new RateLimitHeaders
        {
            Bucket = Text(headers, "X-RateLimit-Bucket"),
            Limit = Count(headers, "X-RateLimit-Limit"),
            Remaining = Count(headers, "X-RateLimit-Remaining"),
            ResetAfter = resetAfter,
            Reset = reset,
            RetryAfter = Seconds(headers, "Retry-After"),
            Scope = ScopeOf(headers, response.StatusCode),
        };
    }

    public static TimeSpan? FromSeconds(double seconds) =>
        double.IsNaN(seconds) ? null : seconds <= 0 ? TimeSpan.Zero : seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);

    private static RateLimitScope? ScopeOf(HttpHeadersNonValidated headers, HttpStatusCode status)
    {
        if (status != HttpStatusCode.TooManyRequests)
        {
            return null;
        }

        if (Text(headers, "X-RateLimit-Global") is not null)
        {
            return RateLimitScope.Global;
        }

        return Text(headers, "X-RateLimit-Scope") switch
        {
            "global" => RateLimitScope.Global,
            "shared" => RateLimitScope.Shared,
            "user" => RateLimitScope.User,
            _ => null,
        };
    }

    private static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.Count > 0 ? First(values) : null;

    private static string First(HeaderStringValues values)
    {
        foreach (var value in values)
        {
            return value;
        }

        return "";
    }

    private static int? Count(HttpHeadersNonValidated headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static double? Number(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan? Seconds(HttpHeadersNonValidated headers, string name) =>
        Number(headers, name) is { } seconds ? FromSeconds(seconds) : null;

    private static TimeSpan Clamp(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;
}
