namespace Nexus.Sandbox.Emulator;

/// <summary>Numbers of the gateway that tests make smaller.</summary>
internal sealed record GatewayLimits
{
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41250);

    /// <summary>How long a session without connection can be resumed.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>One identify per key in this time.</summary>
    public TimeSpan IdentifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Identifies in 24 hours.</summary>
    public int IdentifyBudget { get; init; } = 1000;

    /// <summary>Frames a client may send in <see cref="FrameWindow"/>.</summary>
    public int FramesPerWindow { get; init; } = 120;

    public TimeSpan FrameWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of one frame.</summary>
    public int FrameSize { get; init; } = 4096;
}
