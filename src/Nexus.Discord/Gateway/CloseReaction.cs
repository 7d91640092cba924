namespace Nexus.Discord.Gateway;

/// <summary>What to do once a connection has ended.</summary>
internal enum CloseReaction
{
    /// <summary>Connect again and take the session up where it was left.</summary>
    Resume,
    /// <summary>Connect again and identify: the old session is gone.</summary>
    StartNewSession,
    /// <summary>Do not connect again until a person has changed something.</summary>
    Stop,
}
