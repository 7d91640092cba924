using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Nexus.Bot.Jobs;

/// <summary>
/// Drives Quartz from what the slices declared: each job runs at start, in its sweeps, and at the earliest instant asked for.
/// Quartz waits on the host's TimeProvider, so a clock that jumps makes due jobs run at once.
/// </summary>
internal sealed partial class JobSchedule(
    ISchedulerFactory schedulers, IReadOnlyList<JobPlan> plans, TimeProvider clock, ILogger<JobSchedule> log) : IJobSchedule
{
    private readonly ConcurrentDictionary<Type, DateTimeOffset> _wakeUps = new();
    private readonly ConcurrentDictionary<Type, DateTimeOffset> _lastRuns = new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IScheduler? _scheduler;

    /// <summary>Completes once jobs run: after the first session and with the database ready.</summary>
    public Task Started => _started.Task;

    public bool IsRunning => _scheduler is { Status: SchedulerStatus.Running };

    public IReadOnlyList<NextJob> Next
    {
        get
        {
            var now = clock.GetUtcNow();
            return [.. plans
                .Select(plan =>
                {
                    var sweep = _lastRuns.TryGetValue(plan.Job, out var last) ? last + plan.Sweep : now;
                    return _wakeUps.TryGetValue(plan.Job, out var due) && due < sweep
                        ? new NextJob(plan.Job.Name, due, IsWakeUp: true)
                        : new NextJob(plan.Job.Name, sweep < now ? now : sweep, IsWakeUp: false);
                })
                .OrderBy(next => next.At)];
        }
    }

    public void WakeAt<T>(DateTimeOffset due) where T : IJob
    {
        var job = typeof(T);
        if (_wakeUps.TryGetValue(job, out var earlier) && earlier <= due)
        {
            if (earlier > clock.GetUtcNow())
            {
                return;
            }

            due = earlier; // not run yet
        }

        _wakeUps[job] = due;
        _ = ArmAsync(job);
    }

    public async Task StartAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        foreach (var plan in plans)
        {
            var job = JobBuilder.Create().OfType(plan.Job).WithIdentity(plan.Job.Name).StoreDurably().Build();
            var sweep = TriggerBuilder.Create(clock)
                .WithIdentity(plan.Job.Name, "sweep")
                .ForJob(job)
                .StartAt(clock.GetUtcNow())
                .WithSimpleSchedule(schedule => schedule.WithInterval(plan.Sweep).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
                .Build();
            await scheduler.ScheduleJob(job, sweep, cancellationToken: ct);
        }

        await scheduler.Start(ct);
        _scheduler = scheduler;
        _started.TrySetResult();
        foreach (var job in _wakeUps.Keys)
        {
            await ArmAsync(job);
        }
    }

    /// <summary>Lets running jobs finish.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (_scheduler is { } scheduler)
        {
            _scheduler = null;
            await scheduler.Shutdown(true, ct);
        }
    }

    /// <summary>A run that starts now settles the wake-ups that are due.</summary>
    internal void Ran(Type job)
    {
        var now = clock.GetUtcNow();
        _lastRuns[job] = now;
        if (_wakeUps.TryGetValue(job, out var due) && due <= now)
        {
            _wakeUps.TryRemove(KeyValuePair.Create(job, due));
        }
    }

    private async Task ArmAsync(Type job)
    {
        if (_scheduler is not { } scheduler)
        {
            return;
        }

        try
        {
            await _changing.WaitAsync();
            try
            {
                if (!_wakeUps.TryGetValue(job, out var due))
                {
                    return;
                }

                var key = new TriggerKey(job.Name, "wake");
                var now = clock.GetUtcNow();
                var trigger = TriggerBuilder.Create(clock)
                    .WithIdentity(key)
                    .ForJob(job.Name)
                    .StartAt(due < now ? now : due)
                    .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
                    .Build();
                if (await scheduler.RescheduleJob(key, trigger) is null)
                {
                    await scheduler.ScheduleJob(trigger);
                }
            }
            finally
            {
                _changing.Release();
            }
        }
        catch (SchedulerException exception)
        {
            WakeUpNotArmed(log, exception, job.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The wake-up of {Job} could not be set; its next sweep will find what is due")]
    private static partial void WakeUpNotArmed(ILogger log, Exception exception, string job);
}
