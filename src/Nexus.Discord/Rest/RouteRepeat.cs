namespace Nexus.Discord.Rest;

/// <summary>Whether a request may be sent again when it is unknown if the first one took effect.</summary>
internal enum RouteRepeat
{
    /// <summary>A repeat could do the thing twice.</summary>
    Never,

    /// <summary>A repeat ends in the same state: reads, PUT, DELETE, absolute PATCH, upserts.</summary>
    Safe,

    /// <summary>Safe only when the body carries <c>nonce</c> with <c>enforce_nonce</c>.</summary>
    WithNonce,

    /// <summary>Discord itself refuses the second one (40060), which then proves that the first took effect.</summary>
    Callback,
}
