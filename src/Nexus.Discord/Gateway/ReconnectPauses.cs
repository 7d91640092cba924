namespace Nexus.Discord.Gateway;

/// <summary>
/// How long to wait before the next connection. A dropped link is tried again after half a second; what keeps failing is tried
/// ever more rarely, with jitter so that a crowd of bots does not return at once; a fresh identify waits longer still, because a day has only a thousand.
/// </summary>
internal sealed class ReconnectPauses(Random random)
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    public static readonly TimeSpan LongestReconnect = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan LongestIdentify = TimeSpan.FromMinutes(2);

    /// <summary>A session that lived this long is taken as proof that identifying works.</summary>
    public static readonly TimeSpan Stable = TimeSpan.FromSeconds(60);

    private int _failures;
    private int _identifies;
    private TimeSpan? _readySince;

    public void ConnectionFailed() => _failures++;

    public void BecameReady(TimeSpan now)
    {
        _failures = 0;
        _readySince = now;
    }

    public void Identified() => _identifies++;

    /// <summary>A connection that was open has ended.</summary>
    public void ConnectionEnded(TimeSpan now)
    {
        if (_readySince is not { } since)
        {
            _failures++;
        }
        else if (now - since >= Stable)
        {
            _identifies = 0;
        }

        _readySince = null;
    }

    /// <param name="identify">The next connection starts a new session.</param>
    public TimeSpan Next(bool identify)
    {
        var pause = Jittered(Doubled(First, _failures, LongestReconnect));
        if (!identify || _identifies == 0)
        {
            return pause;
        }

        var identifyPause = Doubled(TimeSpan.FromSeconds(1 + (4 * random.NextDouble())), _identifies - 1, LongestIdentify);
        return identifyPause > pause ? identifyPause : pause;
    }

    private TimeSpan Jittered(TimeSpan pause) => _failures == 0 ? pause : pause * (0.5 + (random.NextDouble() / 2));

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest) =>
        times < 20 && first * (1 << times) is var pause && pause < longest ? pause : longest;
}
