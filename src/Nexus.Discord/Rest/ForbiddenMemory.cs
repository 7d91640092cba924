using System.Collections.Concurrent;

namespace Nexus.Discord.Rest;

/// <summary>
/// Remembers 403s for a short while, so that bulk work does not ask again and again for what was just refused.
/// People are let through: they may have fixed the permission a moment ago, and a success is then remembered instead.
/// </summary>
internal sealed class ForbiddenMemory
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);
    private const int Capacity = 1024;

    private readonly ConcurrentDictionary<(RestRoute Route, string Path), (DiscordApiException Error, TimeSpan Until)> _refused = new();

    public DiscordApiException? Find(in RestRequest request, TimeSpan now) =>
        request.Priority == RequestPriority.Batch
        && !_refused.IsEmpty
        && _refused.TryGetValue((request.Route, request.Path), out var entry)
        && entry.Until > now
            ? new DiscordApiException(entry.Error.Route, entry.Error.Status, entry.Error.Code, "Refused a moment ago, not asked again.", retryAfter: entry.Until - now)
            : null;

    public void Remember(in RestRequest request, DiscordApiException error, TimeSpan now)
    {
        if (_refused.Count >= Capacity)
        {
            foreach (var (key, entry) in _refused)
            {
                if (entry.Until <= now)
                {
                    _refused.TryRemove(key, out _);
                }
            }

            if (_refused.Count >= Capacity)
            {
                return;
            }
        }

        _refused[(request.Route, request.Path)] = (error, now + Lifetime);
    }

    public void Forget(in RestRequest request)
    {
        if (!_refused.IsEmpty)
        {
            _refused.TryRemove((request.Route, request.Path), out _);
        }
    }
}
