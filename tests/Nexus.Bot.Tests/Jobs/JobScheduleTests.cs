using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Quartz;

namespace Nexus.Bot.Tests.Jobs;

/// <summary>Real Quartz on a clock that jumps, as the sandbox's does.</summary>
public sealed class JobScheduleTests : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly Runs _runs = new();
    private readonly ServiceProvider _services;

    public JobScheduleTests()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton(_runs);
        services.AddSingleton<RecentErrors>();
        services.AddTransient<NotedJob>();
        services.AddJobs([new JobPlan(typeof(NotedJob), TimeSpan.FromMinutes(10))]);
        _services = services.BuildServiceProvider();
    }

    private JobSchedule Schedule => _services.GetRequiredService<JobSchedule>();

    [Fact]
    public async Task A_job_runs_at_start_then_at_the_instant_asked_for_and_in_its_sweeps()
    {
        await Schedule.StartAsync(CancellationToken.None);
        Assert.True(Schedule.IsRunning);
        Assert.Equal("09:00:00", await NextRunAsync());

        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(3));
        Assert.Equal((nameof(NotedJob), true), (Schedule.Next[0].Name, Schedule.Next[0].IsWakeUp));
        await JumpAsync(TimeSpan.FromMinutes(3));
        Assert.Equal("09:03:00", await NextRunAsync());

        await JumpAsync(TimeSpan.FromMinutes(7));
        Assert.Equal("09:10:00", await NextRunAsync());
    }

    [Fact]
    public async Task Of_several_instants_the_earliest_counts()
    {
        await Schedule.StartAsync(CancellationToken.None);
        await NextRunAsync();
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(5));
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(2));
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(8));
        await JumpAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("09:02:00", await NextRunAsync());
    }

    [Fact]
    public async Task What_is_due_and_has_not_run_yet_is_not_put_off_by_a_later_instant()
    {
        await Schedule.StartAsync(CancellationToken.None);
        await NextRunAsync();
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow());
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(5));

        Assert.Equal("09:00:00", await NextRunAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_far_runs_what_came_due_at_once()
    {
        await Schedule.StartAsync(CancellationToken.None);
        await NextRunAsync();
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddHours(1));
        await JumpAsync(TimeSpan.FromHours(5));

        Assert.Equal("14:00:00", await NextRunAsync());
    }

    [Fact]
    public async Task An_instant_that_has_passed_and_one_asked_for_before_the_start_run_at_once()
    {
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(-1));
        await Schedule.StartAsync(CancellationToken.None);
        await NextRunAsync();
        Schedule.WakeAt<NotedJob>(_clock.GetUtcNow().AddMinutes(-1));

        Assert.Equal("09:00:00", await NextRunAsync());
    }

    [Fact]
    public async Task A_job_that_fails_is_remembered_with_a_reference_and_runs_again()
    {
        _runs.Fail = true;
        await Schedule.StartAsync(CancellationToken.None);
        await NextRunAsync();
        _runs.Fail = false;
        await JumpAsync(TimeSpan.FromMinutes(10));
        await NextRunAsync();

        var error = Assert.Single(_services.GetRequiredService<RecentErrors>().Newest);
        Assert.Equal((nameof(NotedJob), nameof(InvalidOperationException)), (error.Where, error.Kind));
    }

    public async ValueTask DisposeAsync()
    {
        await Schedule.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private async Task<string> NextRunAsync() =>
        (await _runs.Seen.Reader.ReadAsync().AsTask().WaitAsync(s_patience)).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Quartz arms its timer on a thread of its own; a jump before that is noticed when it does.</summary>
    private Task JumpAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    internal sealed class Runs
    {
        public Channel<DateTimeOffset> Seen { get; } = Channel.CreateUnbounded<DateTimeOffset>();

        public bool Fail { get; set; }
    }

    [DisallowConcurrentExecution]
    internal sealed class NotedJob(Runs runs, TimeProvider clock) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            runs.Seen.Writer.TryWrite(clock.GetUtcNow());
            return runs.Fail ? throw new InvalidOperationException("planned") : ValueTask.CompletedTask;
        }
    }
}
