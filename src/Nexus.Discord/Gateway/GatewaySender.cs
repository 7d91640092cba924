using System.Threading.Channels;

namespace Nexus.Discord.Gateway;

/// <summary>
/// The one writer of a connection. Heartbeats, the handshake and the close frame go first and never wait behind the outbox;
/// the outbox waits for READY and for Discord's limit of 120 frames a minute, five of which it leaves to the others.
/// </summary>
internal sealed class GatewaySender : IDisposable
{
    private readonly IGatewaySocket _socket;
    private readonly GatewayOutbox _outbox;
    private readonly Func<TimeSpan> _now;
    private readonly Lock _gate = new();
    private readonly SendWindow _window = new(limit: 120, reserve: 5, TimeSpan.FromSeconds(60));
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ITimer _timer;
    private byte[]? _heartbeat;
    private byte[]? _handshake;
    private bool _ready;
    private int? _closeCode;

    public GatewaySender(IGatewaySocket socket, GatewayOutbox outbox, TimeProvider clock, Func<TimeSpan> now)
    {
        _socket = socket;
        _outbox = outbox;
        _now = now;
        _timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _outbox.Changed += Wake;
    }

    public void Heartbeat(byte[] frame)
    {
        lock (_gate)
        {
            _heartbeat = frame;
        }

        Wake();
    }

    /// <summary>Identify or resume.</summary>
    public void Handshake(byte[] frame)
    {
        lock (_gate)
        {
            _handshake = frame;
        }

        Wake();
    }

    /// <summary>The session is live: the outbox may be sent.</summary>
    public void BecameReady()
    {
        lock (_gate)
        {
            _ready = true;
        }

        Wake();
    }

    /// <summary>Send the close frame next, and nothing after it.</summary>
    public void Close(int code)
    {
        lock (_gate)
        {
            _closeCode ??= code;
        }

        Wake();
    }

    /// <summary>Sends until the close frame is out.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var frame = Next(out var wait, out var close);
            if (close is { } code)
            {
                await _socket.CloseAsync(code, cancellation).ConfigureAwait(false);
                return;
            }

            if (frame is not null)
            {
                await _socket.SendAsync(frame, cancellation).ConfigureAwait(false);
                continue;
            }

            if (wait is { } time)
            {
                _timer.Change(WholeMilliseconds.Until(time), Timeout.InfiniteTimeSpan);
            }

            await _wake.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _outbox.Changed -= Wake;
        _timer.Dispose();
    }

    private byte[]? Next(out TimeSpan? wait, out int? close)
    {
        lock (_gate)
        {
            wait = null;
            close = _closeCode;
            if (close is not null)
            {
                return null;
            }

            ref var urgent = ref _heartbeat;
            if (_heartbeat is null)
            {
                urgent = ref _handshake;
            }

            if (urgent is null)
            {
                return _ready ? _outbox.Take(_window, _now(), out wait) : null;
            }

            if (!_window.TryTake(_now(), urgent: true, out var full))
            {
                wait = full;
                return null;
            }

            var frame = urgent;
            urgent = null;
            return frame;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);
}
