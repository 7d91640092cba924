using Nexus.Discord;

namespace Nexus.Bot.Routing;

/// <summary>A bucket of uses per person that refills with time, so that one person cannot keep the bot from everyone else.</summary>
internal sealed class Cooldowns(RoutingOptions options, TimeProvider clock)
{
    private const int PruneAbove = 10_000;

    private readonly Dictionary<Snowflake, (double Left, long At)> _people = [];
    private readonly Lock _lock = new();

    /// <summary>Takes one use; when none is left, says how long until there is.</summary>
    public bool TryUse(Snowflake person, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (options.CooldownBurst <= 0)
        {
            return true;
        }

        lock (_lock)
        {
            var now = clock.GetTimestamp();
            var left = _people.TryGetValue(person, out var known)
                ? Math.Min(options.CooldownBurst, known.Left + (clock.GetElapsedTime(known.At, now).TotalSeconds * options.CooldownPerSecond))
                : options.CooldownBurst;
            if (left < 1)
            {
                wait = TimeSpan.FromSeconds((1 - left) / options.CooldownPerSecond);
                _people[person] = (left, now);
                return false;
            }

            _people[person] = (left - 1, now);
            if (_people.Count > PruneAbove)
            {
                Prune(now);
            }

            return true;
        }
    }

    /// <summary>Whoever has a full bucket again need not be remembered.</summary>
    private void Prune(long now)
    {
        var full = TimeSpan.FromSeconds(options.CooldownBurst / options.CooldownPerSecond);
        foreach (var (person, known) in _people)
        {
            if (clock.GetElapsedTime(known.At, now) > full)
            {
                _people.Remove(person);
            }
        }
    }
}
