using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Gateway;

/// <summary>
/// One open socket, from HELLO to its end: reads frames, asks <see cref="GatewaySession"/> what to do, does it.
/// The session is shared by the read loop and the timer, so every use of it is under its lock.
/// </summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>How long the peer has to answer our close frame.</summary>
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(1);

    private readonly GatewayContext _context;
    private readonly GatewaySession _session;
    private readonly IGatewaySocket _socket;
    private readonly GatewaySender _sender;
    private readonly ITimer _tick;
    private readonly ITimer _giveUp;
    private readonly CancellationTokenSource _lifetime = new(); // not disposed: a timer that fires last may still cancel it
    private TimeSpan? _armed;
    private bool _ended;

    /// <param name="socket">Already open.</param>
    public GatewayConnection(GatewayContext context, IGatewaySocket socket)
    {
        _context = context;
        _session = context.Session;
        _socket = socket;
        _sender = new GatewaySender(socket, context.Outbox, context.Clock, context.Now);
        _tick = context.Clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _giveUp = context.Clock.CreateTimer(_ => _lifetime.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_session)
        {
            _session.Opened(context.Now());
            Arm();
        }
    }

    /// <summary>Reads until the connection ends.</summary>
    /// <returns>The peer's close code, or null when there was none.</returns>
    public async Task<int?> RunAsync()
    {
        var sending = SendAsync();
        int? code = null;
        try
        {
            code = await ReadAsync().ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            // Whatever ends a connection, the answer is the same: look at the close code (there is none) and connect again.
            GatewayLog.Broke(_context.Logger, broken.GetType().Name);
            await _lifetime.CancelAsync().ConfigureAwait(false);
        }

        lock (_session)
        {
            _ended = true;
        }

        _sender.Close(code is null or 0 ? GatewayCloseCode.Normal : code.Value); // answers the peer's close frame, if ours is not out yet
        _giveUp.Change(CloseTimeout, Timeout.InfiniteTimeSpan);
        await sending.ConfigureAwait(false);
        return code == 0 ? null : code;
    }

    /// <summary>Ends this connection from our side.</summary>
    public void Close(int code, string why)
    {
        lock (_session)
        {
            _session.CloseRequested();
            Arm();
        }

        BeginClose(code, why);
    }

    public void Dispose()
    {
        _tick.Dispose();
        _giveUp.Dispose();
        _sender.Dispose();
    }

    private async Task<int> ReadAsync()
    {
        while (true)
        {
            var message = await _socket.ReceiveAsync(_lifetime.Token).ConfigureAwait(false);
            if (message.CloseCode is { } code)
            {
                return code;
            }

            if (message.IsOversized)
            {
                _context.Metrics.Malformed();
                GatewayLog.OversizedMessage(_context.Logger, GatewayContext.MaxMessageBytes);
            }
            else
            {
                Handle(message.Payload.Span);
            }
        }
    }

    private async Task SendAsync()
    {
        try
        {
            await _sender.RunAsync(_lifetime.Token).ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            GatewayLog.Broke(_context.Logger, broken.GetType().Name);
            await _lifetime.CancelAsync().ConfigureAwait(false); // the read loop must not go on alone
        }
    }

    private void Handle(ReadOnlySpan<byte> message)
    {
        if (!GatewayFrame.TryParse(message, out var frame))
        {
            Malformed(message.Length);
            return;
        }

        GatewayAction action;
        bool becameReady;
        TimeSpan? latency = null;
        lock (_session)
        {
            var before = _session.State;
            action = _session.Receive(frame, _context.Now());
            becameReady = before != GatewayState.Ready && _session.State == GatewayState.Ready;
            if (frame.Opcode == GatewayOpcode.HeartbeatAck)
            {
                latency = _session.Latency;
            }

            Arm();
        }

        if (latency is { } measured)
        {
            _context.Metrics.HeartbeatAcknowledged(measured);
        }

        switch (action.Kind)
        {
            case GatewayActionKind.Deliver:
                Deliver(frame);
                break;
            case GatewayActionKind.Malformed:
                Malformed(message.Length);
                break;
            default:
                Perform(action);
                break;
        }

        if (becameReady)
        {
            BecameReady(resumed: frame.EventName.SequenceEqual("RESUMED"u8));
        }
    }

    private void Deliver(in GatewayFrame frame)
    {
        if (GatewayEventReader.Find(frame.EventName) is not { } kind)
        {
            _context.Metrics.Event("other");
            if (frame.EventName.SequenceEqual("RATE_LIMITED"u8))
            {
                GatewayLog.RequestRateLimited(_context.Logger);
            }

            return;
        }

        GatewayEvent? happened;
        try
        {
            happened = kind.Read(frame.Data);
        }
        catch (Exception unreadable)
        {
            // One event that cannot be read costs that event only. Its exception's message may quote the frame, so only its type is kept.
            _context.Metrics.Malformed();
            GatewayLog.UnreadableEvent(_context.Logger, kind.Name, frame.Data.Length, unreadable.GetType().Name);
            return;
        }

        if (happened is null)
        {
            Malformed(frame.Data.Length);
            return;
        }

        _context.Events.Write(happened, kind.Name);
        _context.Metrics.Event(kind.Name);
    }

    private void BecameReady(bool resumed)
    {
        _context.Pauses.BecameReady(_context.Now());
        _sender.BecameReady();
        if (resumed)
        {
            _context.Metrics.Resumed();
            GatewayLog.Resumed(_context.Logger);
        }
        else
        {
            GatewayLog.Ready(_context.Logger);
        }
    }

    private void Tick()
    {
        while (true)
        {
            GatewayAction action;
            lock (_session)
            {
                if (_ended)
                {
                    return; // the session may belong to the next connection by now
                }

                var now = _context.Now();
                if (!(_session.NextTick <= now))
                {
                    _armed = null; // this timer has fired
                    Arm();
                    return;
                }

                action = _session.Tick(now);
            }

            Perform(action);
        }
    }

    private void Perform(GatewayAction action)
    {
        switch (action.Kind)
        {
            case GatewayActionKind.SendHeartbeat:
                lock (_session)
                {
                    _sender.Heartbeat(GatewayPayloads.Heartbeat(_session.Sequence));
                }

                break;
            case GatewayActionKind.SendIdentify:
                _context.Budget.Identified(_context.Now());
                _context.Pauses.Identified();
                _context.Metrics.Identified();
                _context.Outbox.PresenceIdentified();
                _sender.Handshake(_context.IdentifyFrame());
                break;
            case GatewayActionKind.SendResume when _session.Resumable is { } resume:
                _sender.Handshake(GatewayPayloads.Resume(_context.Options.Token, resume));
                break;
            case GatewayActionKind.Close:
                BeginClose(action.CloseCode, action.Why!);
                break;
        }
    }

    private void BeginClose(int code, string why)
    {
        GatewayLog.Closing(_context.Logger, why);
        _sender.Close(code);
        _giveUp.Change(CloseTimeout, Timeout.InfiniteTimeSpan);
    }

    private void Malformed(int length)
    {
        _context.Metrics.Malformed();
        GatewayLog.MalformedFrame(_context.Logger, length);
    }

    /// <summary>Sets the timer to the session's next instant. Under the session's lock.</summary>
    private void Arm()
    {
        var next = _session.NextTick;
        if (next == _armed)
        {
            return;
        }

        _armed = next;
        _tick.Change(next is { } at ? WholeMilliseconds.Until(at - _context.Now()) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
