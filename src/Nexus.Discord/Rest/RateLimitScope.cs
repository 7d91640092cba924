namespace Nexus.Discord.Rest;

/// <summary>
/// Whose limit a 429 reports, from <c>X-RateLimit-Scope</c>.
/// <see href="https://discord.com/developers/docs/topics/rate-limits#header-format">Discord: rate limit headers</see>.
/// </summary>
public enum RateLimitScope
{
    /// <summary>This bot's own limit on a bucket or an operation.</summary>
    User,

    /// <summary>This bot's limit over all routes (50 requests a second).</summary>
    Global,

    /// <summary>A limit of the resource, shared by everybody who uses it; does not count as an invalid request.</summary>
    Shared,
}
