namespace Nexus.Discord.Gateway;

/// <summary>Where a <see cref="GatewayClient"/> stands on its way to (or from) a live session.</summary>
public enum GatewayState
{
    /// <summary>No socket; either not started, pausing before another attempt, or stopped.</summary>
    Disconnected,
    /// <summary>Asking for an address or opening the socket.</summary>
    Connecting,
    /// <summary>The socket is open; Discord has not said hello yet.</summary>
    AwaitingHello,
    /// <summary>A new session was asked for (or waits for its turn); READY has not come yet.</summary>
    Identifying,
    /// <summary>An earlier session is being taken up again; missed events are being replayed.</summary>
    Resuming,
    /// <summary>Events flow.</summary>
    Ready,
    /// <summary>We have said that this connection ends; what is still under way is read.</summary>
    Closing,
}
