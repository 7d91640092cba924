namespace Nexus.Discord.Gateway;

/// <summary>
/// At most <paramref name="limit"/> sends in any <paramref name="period"/>, the last <paramref name="reserve"/> of them kept for what cannot wait.
/// Exact, not averaged: it remembers the instants of the last sends. Not thread-safe.
/// </summary>
internal sealed class SendWindow(int limit, int reserve, TimeSpan period)
{
    private readonly TimeSpan[] _sent = new TimeSpan[limit];
    private int _oldest;
    private int _count;

    /// <summary>Takes a place and returns true, or says how long it takes until there is one.</summary>
    public bool TryTake(TimeSpan now, bool urgent, out TimeSpan wait)
    {
        if (!HasRoom(now, out wait, urgent))
        {
            return false;
        }

        _sent[(_oldest + _count) % limit] = now;
        _count++;
        return true;
    }

    public bool HasRoom(TimeSpan now, out TimeSpan wait, bool urgent = false)
    {
        while (_count > 0 && _sent[_oldest] + period <= now)
        {
            _oldest = (_oldest + 1) % limit;
            _count--;
        }

        var allowed = urgent ? limit : limit - reserve;
        wait = _count < allowed ? TimeSpan.Zero : _sent[(_oldest + _count - allowed) % limit] + period - now;
        return _count < allowed;
    }
}
