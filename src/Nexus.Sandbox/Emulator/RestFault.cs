using System.Text.RegularExpressions;

namespace Nexus.Sandbox.Emulator;

/// <summary>A planned failure of the next <paramref name="count"/> matching requests.</summary>
/// <param name="status">500 or 502 as a proxy would answer, or 429; null only delays.</param>
/// <param name="scope">For 429: user, shared or global.</param>
/// <param name="route">E.g. <c>/channels/{id}/messages</c> or <c>POST /interactions</c>; null for all.</param>
internal sealed class RestFault(int? status, RateLimitScope scope, string? route, int count, TimeSpan delay)
{
    private readonly Regex? pattern = route is null
        ? null
        : new Regex(Regex.Replace(Regex.Escape(route), @"\\\{[^/}]*}", "[^/]+"), RegexOptions.CultureInvariant);

    private int left = count;

    public int? Status { get; } = status;

    public RateLimitScope Scope { get; } = scope;

    public TimeSpan Delay { get; } = delay;

    public bool IsSpent => Volatile.Read(ref left) <= 0;

    /// <summary>Counts down when the request is one it is meant for.</summary>
    public bool Takes(string method, string path) =>
        (pattern is null || pattern.IsMatch($"{method} {path}")) && Interlocked.Decrement(ref left) >= 0;
}
