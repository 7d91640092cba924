namespace Nexus.Sandbox.Control;

/// <summary>How an interaction ended for the person who started it.</summary>
internal enum OutcomeStatus
{
    /// <summary>A message appeared.</summary>
    Replied,

    /// <summary>The message with the pressed control changed.</summary>
    Updated,

    /// <summary>A form opened.</summary>
    Modal,

    /// <summary>Acknowledged; what it promised had not come after 20 s.</summary>
    Deferred,

    /// <summary>The bot did not answer in time, or Discord's client would have refused.</summary>
    Failed,

    /// <summary>Nothing at all was settled after 20 s.</summary>
    Timeout,
}
