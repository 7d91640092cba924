using System.Runtime.InteropServices;

namespace Nexus.Sandbox.Emulator;

/// <summary>Discord's rate limits: a bucket per rule and major parameter, the bot's global limit, and limits it does not announce.</summary>
/// <remarks>https://discord.com/developers/docs/topics/rate-limits. Discord publishes no numbers per route; these are plausible ones.</remarks>
internal sealed class RateLimits(TimeProvider clock, int globalPerSecond = 50)
{
    private const int SmallestSweep = 4096;

    private static readonly RateLimitRule Global = new("global", 50, TimeSpan.FromSeconds(1));

    private readonly Lock gate = new();
    private readonly Dictionary<Key, Window> windows = [];
    private Window global;
    private int sweepAbove = SmallestSweep;

    /// <summary>How many counts are held at the moment.</summary>
    public int WindowCount
    {
        get
        {
            lock (gate)
            {
                return windows.Count;
            }
        }
    }

    /// <summary>Counts one request, or says why it must wait. <paramref name="major"/> and <paramref name="token"/> are 0 where the rule has none.</summary>
    public RateLimitOutcome Take(RateLimitRule rule, ulong major = 0, int token = 0)
    {
        var now = clock.GetUtcNow().UtcTicks;
        lock (gate)
        {
            if (rule.CountsGlobally)
            {
                global.Renew(now, Global.Window.Ticks);
                if (global.Used >= globalPerSecond)
                {
                    return new RateLimitOutcome(rule, RateLimitScope.Global, rule.Limit, new DateTimeOffset(global.Ends, TimeSpan.Zero), global.Ends - now);
                }
            }

            ref var window = ref Of(new Key(rule.Name, major, token), now);
            window.Renew(now, rule.Window.Ticks);
            var ends = new DateTimeOffset(window.Ends, TimeSpan.Zero);
            if (window.Used >= rule.Limit)
            {
                return new RateLimitOutcome(rule, RateLimitScope.User, 0, ends, window.Ends - now);
            }

            window.Used++;
            if (rule.CountsGlobally)
            {
                global.Used++;
            }

            return new RateLimitOutcome(rule, RateLimitScope.None, rule.Limit - window.Used, ends, window.Ends - now);
        }
    }

    private ref Window Of(Key key, long now)
    {
        if (windows.Count > sweepAbove)
        {
            foreach (var (old, window) in windows)
            {
                if (window.Ends <= now)
                {
                    windows.Remove(old);
                }
            }

            sweepAbove = Math.Max(SmallestSweep, windows.Count * 2);
        }

        return ref CollectionsMarshal.GetValueRefOrAddDefault(windows, key, out _);
    }

    private readonly record struct Key(string Rule, ulong Major, int Token);

    private struct Window
    {
        public long Ends;
        public int Used;

        public void Renew(long now, long length)
        {
            if (now >= Ends)
            {
                Ends = now + length;
                Used = 0;
            }
        }
    }
}
