namespace Nexus.Discord;

/// <summary>
/// A request was not sent, or was refused with 429, and may not be tried again before its deadline.
/// <see cref="DiscordApiException.RetryAfter"/> is always set; <see cref="DiscordApiException.Status"/> is 429.
/// See <see href="https://discord.com/developers/docs/topics/rate-limits"/>.
/// </summary>
public sealed class DiscordRateLimitException(string route, TimeSpan retryAfter)
    : DiscordApiException(
        route,
        429,
        0,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Rate limited for another {retryAfter.TotalSeconds:0.###} s, which is past the request's deadline."),
        retryAfter: retryAfter);
