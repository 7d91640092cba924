namespace Nexus.Sandbox.Emulator;

/// <summary>What <c>/_sandbox/metrics</c> counts.</summary>
internal enum Counter
{
    /// <summary>Interactions sent to the bot.</summary>
    Interactions,

    /// <summary>Interactions whose first callback came within 3 s.</summary>
    AckedInTime,

    /// <summary>Callbacks that came after 3 s.</summary>
    Late,

    /// <summary>Callbacks to an interaction that already had one.</summary>
    DoubleAcks,

    RestRequests,

    /// <summary>Requests answered 401, 403 or 429 (but for scope shared): 10,000 in ten minutes would ban the bot.</summary>
    InvalidRequests,

    /// <summary>Requests answered 429.</summary>
    RateLimited,

    /// <summary>Events sent, once per session.</summary>
    Dispatches,

    Resumes,

    Identifies,
}
