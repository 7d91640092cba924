namespace Nexus.Discord.Rest;

/// <summary>Whether requests are sent at all.</summary>
public enum DiscordRestState
{
    Ready,

    /// <summary>Discord refused the bot token (401). Nothing that needs it is sent again: a person has to set the right token.</summary>
    Unauthorized,

    /// <summary>
    /// So many requests were refused (401, 403, 429) that Discord is about to ban this address for a while
    /// (10,000 in 10 minutes); it ends by itself.
    /// </summary>
    TooManyInvalidRequests,
}
