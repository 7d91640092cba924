namespace Nexus.Discord.Gateway;

/// <summary>
/// Discord will not let this bot in until a person changes something; trying again would only burn the day's identifies.
/// The message says what to change and never holds the token.
/// </summary>
public sealed class GatewayFatalException : Exception
{
    public GatewayFatalException(string message, int? closeCode = null, Exception? inner = null)
        : base(message, inner) => CloseCode = closeCode;

    /// <summary>The gateway's close code, or null when the refusal came over REST.</summary>
    public int? CloseCode { get; }
}
