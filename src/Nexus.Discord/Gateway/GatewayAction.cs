namespace Nexus.Discord.Gateway;

/// <summary>What <see cref="GatewaySession"/> wants done; every input asks for at most one thing, so none is ever allocated.</summary>
internal readonly record struct GatewayAction(GatewayActionKind Kind, int CloseCode = 0, string? Why = null)
{
    public static GatewayAction None => default;
    public static GatewayAction SendHeartbeat => new(GatewayActionKind.SendHeartbeat);
    public static GatewayAction SendIdentify => new(GatewayActionKind.SendIdentify);
    public static GatewayAction SendResume => new(GatewayActionKind.SendResume);
    public static GatewayAction Deliver => new(GatewayActionKind.Deliver);
    public static GatewayAction Malformed => new(GatewayActionKind.Malformed);
    public static GatewayAction Close(string why) => new(GatewayActionKind.Close, GatewayCloseCode.Resumable, why);
}
