namespace Nexus.Discord.Rest;

/// <summary>
/// 50 requests in any second over all routes that count; each token comes back one second after its use. Batch requests
/// leave some tokens to interactive ones. Not thread-safe: <see cref="RateLimiter"/> holds the lock.
/// <see href="https://discord.com/developers/docs/topics/rate-limits#global-rate-limit">Discord: global rate limit</see>.
/// </summary>
internal sealed class GlobalLimit
{
    internal const int PerSecond = 50;
    internal const int KeptForInteractive = 10;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1) + RateLimitBucket.Slack;

    // The times of the last uses, oldest at _next.
    private readonly TimeSpan[] _used = new TimeSpan[PerSecond];
    private int _next;
    private TimeSpan _pausedUntil = TimeSpan.MinValue;

    public GlobalLimit() => Array.Fill(_used, -Period);

    public TimeSpan ReadyAt(RequestPriority priority)
    {
        var held = priority == RequestPriority.Batch ? KeptForInteractive : 0;
        var ready = _used[(_next + held) % PerSecond] + Period;
        return ready > _pausedUntil ? ready : _pausedUntil;
    }

    public void Take(TimeSpan now)
    {
        _used[_next] = now;
        _next = (_next + 1) % PerSecond;
    }

    public void PauseUntil(TimeSpan time) => _pausedUntil = time > _pausedUntil ? time : _pausedUntil;
}
