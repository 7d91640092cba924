using Nexus.Bot.Jobs;
using Quartz;

namespace Nexus.Bot.Tests.Support;

/// <summary>Remembers wake-ups instead of arming Quartz.</summary>
internal sealed class RecordedSchedule : IJobSchedule
{
    public List<(Type Job, DateTimeOffset At)> WakeUps { get; } = [];

    public IReadOnlyList<NextJob> Next => [.. WakeUps.OrderBy(wake => wake.At).Select(wake => new NextJob(wake.Job.Name, wake.At, IsWakeUp: true))];

    public void WakeAt<T>(DateTimeOffset due) where T : IJob => WakeUps.Add((typeof(T), due));
}
