namespace Nexus.Sandbox.Emulator;

/// <summary>What the bot's first response to an interaction was.</summary>
internal enum AckState
{
    None,

    /// <summary>None came within 3 s; none is taken any more.</summary>
    Expired,

    /// <summary>Type 4.</summary>
    Replied,

    /// <summary>Type 5.</summary>
    Deferred,

    /// <summary>Type 6.</summary>
    DeferredUpdate,

    /// <summary>Type 7.</summary>
    Updated,

    /// <summary>Type 8.</summary>
    Choices,

    /// <summary>Type 9.</summary>
    Modal,
}
