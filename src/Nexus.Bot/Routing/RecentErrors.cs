using System.Globalization;

namespace Nexus.Bot.Routing;

/// <param name="Kind">The exception's type; its message may hold anything and stays in the log.</param>
internal sealed record RecentError(DateTimeOffset At, string Reference, string Where, string Kind);

/// <summary>The last failures, for <c>/nexus status</c>, each with the short reference that people and the log have too.</summary>
internal sealed class RecentErrors(TimeProvider clock)
{
    public const int Kept = 20;

    private readonly Queue<RecentError> _errors = new();
    private readonly Lock _lock = new();
    private uint _count;

    public IReadOnlyList<RecentError> Newest
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors.Reverse()];
            }
        }
    }

    /// <returns>A reference such as <c>N-7F3A21</c>, unlikely to repeat within months.</returns>
    public string Add(string where, Exception exception)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var mixed = unchecked(((uint)now.ToUnixTimeSeconds() * 2654435761u) ^ (++_count * 0x9E3779B9u));
            var reference = string.Create(CultureInfo.InvariantCulture, $"N-{mixed & 0xFFFFFF:X6}");
            _errors.Enqueue(new RecentError(now, reference, where, exception.GetType().Name));
            if (_errors.Count > Kept)
            {
                _errors.Dequeue();
            }

            return reference;
        }
    }
}
