namespace Nexus.Bot.Hub;

/// <summary>A page's text breaks a rule of the format; the message tells its author what to change.</summary>
internal sealed class HubFileException(string message) : Exception(message);
