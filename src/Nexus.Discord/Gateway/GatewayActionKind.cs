namespace Nexus.Discord.Gateway;

internal enum GatewayActionKind
{
    None,
    SendHeartbeat,
    SendIdentify,
    SendResume,
    /// <summary>Hand the event of this frame on.</summary>
    Deliver,
    /// <summary>End this connection with <see cref="GatewayAction.CloseCode"/>.</summary>
    Close,
    /// <summary>The frame made no sense; note it and go on.</summary>
    Malformed,
}
