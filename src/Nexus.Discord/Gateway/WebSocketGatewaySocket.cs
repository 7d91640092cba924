using System.Net.WebSockets;

namespace Nexus.Discord.Gateway;

/// <summary>The gateway over <see cref="ClientWebSocket"/>: whole messages from pooled buffers, inflated when the connection is compressed.</summary>
internal sealed class WebSocketGatewaySocket : IGatewaySocket
{
    private readonly ClientWebSocket _socket = new();
    private readonly MessageBuffer _received;
    private readonly MessageBuffer? _inflated;
    private readonly ZlibStreamInflater? _inflater;

    /// <param name="maxMessageBytes">The largest message taken in, inflated; also the limit for its compressed form.</param>
    public WebSocketGatewaySocket(bool compressed, int maxMessageBytes, string userAgent)
    {
        _received = new MessageBuffer(maxMessageBytes);
        if (compressed)
        {
            _inflated = new MessageBuffer(maxMessageBytes);
            _inflater = new ZlibStreamInflater();
        }

        _socket.Options.KeepAliveInterval = TimeSpan.Zero; // the gateway has its own heartbeat
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
    }

    public Task ConnectAsync(Uri address, CancellationToken cancellation) => _socket.ConnectAsync(address, cancellation);

    public async ValueTask<GatewayMessage> ReceiveAsync(CancellationToken cancellation)
    {
        _received.Clear();
        _inflated?.Clear();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_received.Free(), cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return new GatewayMessage(default, (int?)_socket.CloseStatus ?? 0);
            }

            _received.Advance(part.Count);
            if (!part.EndOfMessage)
            {
                continue;
            }

            if (_inflater is null)
            {
                return new GatewayMessage(_received.Written, IsOversized: _received.IsOversized);
            }

            if (_received.IsOversized)
            {
                // The inflater has not seen these bytes, so nothing after them can be read: the session goes on over a new connection.
                throw new InvalidDataException("A compressed message was over the size limit.");
            }

            if (ZlibStreamInflater.EndsMessage(_received.Written.Span))
            {
                _inflater.Inflate(_received.Written, _inflated!);
                return new GatewayMessage(_inflated!.Written, IsOversized: _inflated.IsOversized);
            }
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation);

    public async ValueTask CloseAsync(int code, CancellationToken cancellation)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
        _inflater?.Dispose();
        _inflated?.Dispose();
        _received.Dispose();
    }
}
