namespace Nexus.Discord.Rest;

/// <summary>
/// 50 requests in any second over all routes that count. Batch requests leave some tokens to interactive ones: a fifth while
/// people have lately needed any, else one. Not thread-safe: <see cref="RateLimiter"/> holds the lock.
/// <see href="https://discord.com/developers/docs/topics/rate-limits#global-rate-limit">Discord: global rate limit</see>.
/// </summary>
/// <remarks>
/// Discord counts a request somewhere between its sending and its answer. A token comes back one second after the answer, when
/// that is sure, and at the latest one second and the slack after the sending.
/// </remarks>
internal sealed class GlobalLimit
{
    internal const int PerSecond = 50;
    internal const int KeptForInteractive = 10;
    internal const int AlwaysKept = 1;

    /// <summary>So long after an interactive request more are expected.</summary>
    internal static readonly TimeSpan Lately = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // For a clock here that runs a little faster than Discord's.
    private static readonly TimeSpan Drift = TimeSpan.FromMilliseconds(5);

    // When each token is back, soonest first.
    private readonly List<TimeSpan> _back = [];
    private TimeSpan _pausedUntil = TimeSpan.MinValue;
    private TimeSpan _lastInteractive = -Lately;

    public GlobalLimit() => _back.AddRange(Enumerable.Repeat(TimeSpan.MinValue, PerSecond));

    public TimeSpan ReadyAt(RequestPriority priority, TimeSpan now)
    {
        var held = priority == RequestPriority.Interactive ? 0 : now - _lastInteractive < Lately ? KeptForInteractive : AlwaysKept;
        return _back[held] > _pausedUntil ? _back[held] : _pausedUntil;
    }

    public void Take(RequestPriority priority, TimeSpan now)
    {
        _back.RemoveAt(0);
        Insert(BackAfter(now));
        if (priority == RequestPriority.Interactive)
        {
            _lastInteractive = now;
        }
    }

    /// <summary>The request that was sent then has its answer now.</summary>
    public void Answered(TimeSpan sent, TimeSpan now)
    {
        var (late, sure) = (BackAfter(sent), now + Second + Drift);
        if (sure < late && _back.Remove(late))
        {
            Insert(sure);
        }
    }

    public void PauseUntil(TimeSpan time) => _pausedUntil = time > _pausedUntil ? time : _pausedUntil;

    private static TimeSpan BackAfter(TimeSpan sent) => sent + Second + RateLimitBucket.Slack;

    private void Insert(TimeSpan back)
    {
        var at = _back.BinarySearch(back);
        _back.Insert(at < 0 ? ~at : at, back);
    }
}
