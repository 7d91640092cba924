using System.Globalization;
using System.Text;

namespace Nexus.Sandbox.Emulator;

/// <summary>The state of a bucket after one request, and how to tell the client.</summary>
internal readonly record struct RateLimitOutcome(RateLimitRule? Rule, RateLimitScope Scope, int Remaining, DateTimeOffset Reset, long ResetAfterTicks)
{
    public bool Allowed => Scope == RateLimitScope.None;

    public double ResetAfterSeconds => Math.Ceiling(ResetAfterTicks / (double)TimeSpan.TicksPerMillisecond) / 1000;

    /// <summary>A refusal that no bucket caused: an injected fault.</summary>
    public static RateLimitOutcome Refusal(RateLimitScope scope, TimeSpan retryAfter, DateTimeOffset now) =>
        new(null, scope, 0, now + retryAfter, retryAfter.Ticks);

    public void WriteHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        var after = ResetAfterSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        if (Rule is not null)
        {
            headers["X-RateLimit-Limit"] = Rule.Limit.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset"] = (Reset.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset-After"] = after;
            headers["X-RateLimit-Bucket"] = Rule.Bucket;
        }

        if (Allowed)
        {
            return;
        }

        headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(ResetAfterSeconds)).ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Scope"] = Scope switch { RateLimitScope.Global => "global", RateLimitScope.Shared => "shared", _ => "user" };
        if (Scope == RateLimitScope.Global)
        {
            headers["X-RateLimit-Global"] = "true";
        }

        // discord.py takes a 429 without Via for a ban by the proxy in front of Discord.
        headers.Via = "1.1 google";
    }

    /// <summary>Answers 429 with Discord's body.</summary>
    public Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.ContentType = "application/json";
        WriteHeaders(response);
        var message = Scope == RateLimitScope.Shared ? "The resource is being rate limited." : "You are being rate limited.";
        var body = $$"""{"message":"{{message}}","retry_after":{{ResetAfterSeconds.ToString("0.0##", CultureInfo.InvariantCulture)}},"global":{{(Scope == RateLimitScope.Global ? "true" : "false")}}}""";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
