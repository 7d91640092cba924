namespace Nexus.Discord.Gateway;

/// <summary>One connection to the gateway, in whole messages. Used once, then disposed.</summary>
/// <remarks>One receive and one send may be under way at the same time, never two of a kind.</remarks>
internal interface IGatewaySocket : IDisposable
{
    /// <exception cref="System.Net.WebSockets.WebSocketException">No connection came about.</exception>
    Task ConnectAsync(Uri address, CancellationToken cancellation);

    /// <summary>The next whole message. Its bytes are valid until the next call.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection broke without a close frame.</exception>
    ValueTask<GatewayMessage> ReceiveAsync(CancellationToken cancellation);

    /// <summary>Sends one text message.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);

    /// <summary>Sends the close frame and does not wait for the peer's.</summary>
    ValueTask CloseAsync(int code, CancellationToken cancellation);
}
