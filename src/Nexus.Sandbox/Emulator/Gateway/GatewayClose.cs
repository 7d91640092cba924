namespace Nexus.Sandbox.Emulator;

/// <summary>The connection is to be closed, with a code and Discord's words for it.</summary>
internal sealed class GatewayClose(CloseCode code, string reason) : Exception(reason)
{
    public CloseCode Code { get; } = code;
}
