using Quartz;

namespace Nexus.Bot.Jobs;

/// <summary>
/// Wakes jobs at the instants at which their rows come due. Only a hint: the rows are the memory, and a job that is not woken
/// finds them in its next sweep.
/// </summary>
internal interface IJobSchedule
{
    /// <summary>Runs the job at that instant, or at once when it has passed. The earliest of several instants counts; after running, the job asks for its next one.</summary>
    void WakeAt<T>(DateTimeOffset due) where T : IJob;

    /// <summary>What runs when, soonest first.</summary>
    IReadOnlyList<NextJob> Next { get; }
}

/// <param name="IsWakeUp">True when a due row asked for it, false for the regular sweep.</param>
internal sealed record NextJob(string Name, DateTimeOffset At, bool IsWakeUp);
