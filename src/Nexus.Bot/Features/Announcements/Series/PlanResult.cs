namespace Nexus.Bot.Features.Announcements.Series;

internal enum PlanState
{
    /// <summary>It waits for its time.</summary>
    Coming,

    /// <summary>A second mentor has to approve it first.</summary>
    HandedIn,

    /// <summary>It stays paused.</summary>
    Paused,

    /// <summary>A repetition without any more times.</summary>
    Over,

    /// <summary>It is being posted right now, or has been.</summary>
    TooLate,
}

/// <summary>What became of an announcement that was confirmed or changed.</summary>
/// <param name="DueAt">When it goes out next, quiet hours included.</param>
internal sealed record PlanResult(PlanState State, DateTimeOffset? DueAt = null);

internal enum CancelResult
{
    Cancelled,

    /// <summary>Cancelled, but an earlier try that nobody heard of may have posted it.</summary>
    MayStand,

    /// <summary>It no longer waits.</summary>
    TooLate,
}
