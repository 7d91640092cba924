using Nexus.Discord;

namespace Nexus.Bot.Routing;

/// <summary>The last few thousand interactions: a resumed gateway session may deliver one again.</summary>
internal sealed class SeenInteractions(int capacity = SeenInteractions.DefaultCapacity)
{
    private const int DefaultCapacity = 8192;

    private readonly HashSet<Snowflake> _seen = new(capacity);
    private readonly Snowflake[] _order = new Snowflake[capacity];
    private readonly Lock _lock = new();
    private int _next;

    /// <returns>False when it was there already.</returns>
    public bool Add(Snowflake interaction)
    {
        lock (_lock)
        {
            if (!_seen.Add(interaction))
            {
                return false;
            }

            if (_order[_next] is var oldest && oldest != default)
            {
                _seen.Remove(oldest);
            }

            _order[_next] = interaction;
            _next = (_next + 1) % _order.Length;
            return true;
        }
    }
}
