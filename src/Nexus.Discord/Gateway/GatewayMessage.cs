namespace Nexus.Discord.Gateway;

/// <summary>What a receive brought.</summary>
/// <param name="CloseCode">The peer's close code (0 when its close frame had none); null unless the connection has ended.</param>
/// <param name="IsOversized">The message was over the size limit and has been thrown away.</param>
internal readonly record struct GatewayMessage(ReadOnlyMemory<byte> Payload, int? CloseCode = null, bool IsOversized = false);
