namespace Nexus.Discord.Gateway;

/// <summary>
/// What the program wants to tell Discord and can wait: the newest presence and member requests. It outlives connections;
/// a connection takes from it once it is ready.
/// </summary>
internal sealed class GatewayOutbox
{
    public const int Capacity = 64;

    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _frames = new();
    private readonly SendWindow _presences = new(limit: 5, reserve: 0, TimeSpan.FromSeconds(20));
    private byte[]? _presence;

    /// <summary>Something was put in; the connection at hand looks again.</summary>
    public event Action? Changed;

    /// <summary>Only the newest presence counts: an earlier one that has not been sent is forgotten.</summary>
    public void SetPresence(byte[] frame)
    {
        lock (_gate)
        {
            _presence = frame;
        }

        Changed?.Invoke();
    }

    /// <summary>False when too many wait already.</summary>
    public bool TryAdd(byte[] frame)
    {
        lock (_gate)
        {
            if (_frames.Count >= Capacity)
            {
                return false;
            }

            _frames.Enqueue(frame);
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>An identify carries the presence, so one that waits needs no frame of its own any more.</summary>
    public void PresenceIdentified()
    {
        lock (_gate)
        {
            _presence = null;
        }
    }

    /// <summary>The next frame that both this outbox and the connection's <paramref name="window"/> let through.</summary>
    /// <param name="wait">With null: how long until there may be one, or null when nothing waits.</param>
    public byte[]? Take(SendWindow window, TimeSpan now, out TimeSpan? wait)
    {
        lock (_gate)
        {
            wait = null;
            var presenceWait = TimeSpan.Zero;
            byte[]? frame;
            if (_presence is not null && _presences.HasRoom(now, out presenceWait))
            {
                frame = _presence;
            }
            else if (!_frames.TryPeek(out frame))
            {
                wait = _presence is null ? null : presenceWait;
                return null;
            }

            if (!window.TryTake(now, urgent: false, out var windowWait))
            {
                wait = windowWait;
                return null;
            }

            if (ReferenceEquals(frame, _presence))
            {
                _presences.TryTake(now, urgent: true, out _);
                _presence = null;
            }
            else
            {
                _frames.Dequeue();
            }

            return frame;
        }
    }
}
