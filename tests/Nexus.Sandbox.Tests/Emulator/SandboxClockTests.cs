namespace Nexus.Sandbox.Tests.Emulator;

[Collection(Alone.Name)]
public sealed class SandboxClockTests
{
    [Fact]
    public void Moving_the_clock_fires_what_is_due_in_order_each_at_its_instant()
    {
        var clock = new SandboxClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, double Minutes)>();
        using var late = Timer(clock, 50, () => fired.Add(("late", Minutes())));
        using var early = Timer(clock, 10, () => fired.Add(("early", Minutes())));
        using var never = Timer(clock, 61, () => fired.Add(("never", Minutes())));

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["early", "late"], fired.Select(item => item.Name));
        Assert.Equal([10, 50], fired.Select(item => Math.Round(item.Minutes)));
        Assert.Equal(60, Math.Round(Minutes()));

        double Minutes() => (clock.GetUtcNow() - start).TotalMinutes;
    }

    [Fact]
    public void It_may_begin_at_any_time_and_goes_on_from_there()
    {
        var start = new DateTimeOffset(2024, 2, 28, 9, 0, 0, TimeSpan.Zero);
        var clock = new SandboxClock(start);
        var fired = 0;
        using var timer = Timer(clock, 60, () => fired++);

        clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(new DateOnly(2024, 3, 1), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void A_timer_set_by_what_fires_is_fired_too_when_its_time_comes()
    {
        var clock = new SandboxClock();
        var count = 0;
        ITimer? next = null;
        using var first = Timer(clock, 10, Again);

        clock.Advance(TimeSpan.FromMinutes(35));

        Assert.Equal(3, count);
        next?.Dispose();

        void Again()
        {
            count++;
            next?.Dispose();
            next = Timer(clock, 10, Again);
        }
    }

    [Fact]
    public void A_periodic_timer_ticks_once_per_period_and_a_disposed_one_never()
    {
        var clock = new SandboxClock();
        var ticks = 0;
        using var timer = clock.CreateTimer(_ => ticks++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        var gone = clock.CreateTimer(_ => ticks += 100, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        gone.Dispose();

        clock.Advance(TimeSpan.FromMinutes(10.5));

        Assert.Equal(10, ticks);
    }

    [Fact]
    public async Task A_delay_on_the_clock_ends_by_itself_in_real_time_and_at_once_when_the_clock_is_moved()
    {
        var clock = new SandboxClock();
        await Task.Delay(TimeSpan.FromMilliseconds(20), clock);

        var hour = Task.Delay(TimeSpan.FromHours(1), clock);
        clock.Advance(TimeSpan.FromHours(1));
        await hour.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System);
    }

    [Fact]
    public async Task A_loop_that_waits_again_and_again_is_followed_step_by_step()
    {
        var clock = new SandboxClock();
        var start = clock.GetUtcNow();
        var woken = new List<double>();
        using var stop = new CancellationTokenSource();
        var asleep = Task.CompletedTask;
        var loop = Loop();

        await clock.AdvanceAsync(TimeSpan.FromHours(3), UntilAsleepAgain);

        Assert.Equal([1, 2, 3], woken.Take(3));
        await stop.CancelAsync();
        await loop.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System).ContinueWith(_ => { }, TaskScheduler.Default);

        async Task Loop()
        {
            while (!stop.IsCancellationRequested)
            {
                var nap = Task.Delay(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(5), clock, stop.Token);
                Volatile.Write(ref asleep, nap);
                await nap;
                woken.Add(Math.Round((clock.GetUtcNow() - start).TotalHours));
            }
        }

        async Task UntilAsleepAgain()
        {
            while (Volatile.Read(ref asleep).IsCompleted)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Work_that_came_due_on_the_way_still_sees_its_own_time_after_some_input_and_output()
    {
        await using var host = await TestSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = host.ApiBase };
        await http.GetAsync("gateway"); // the first request of a process is slow
        var start = host.Clock.GetUtcNow();
        var done = Work();

        await host.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.InRange(await done, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.5));

        async Task<TimeSpan> Work()
        {
            await Task.Delay(TimeSpan.FromMinutes(10), host.Clock);
            for (var i = 0; i < 3; i++)
            {
                await http.GetAsync("gateway");
            }

            return host.Clock.GetUtcNow() - start;
        }
    }

    [Fact]
    public void Elapsed_time_and_wall_clock_move_together_and_never_back()
    {
        var clock = new SandboxClock();
        var (wall, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());

        clock.Advance(TimeSpan.FromDays(3));

        Assert.InRange(clock.GetElapsedTime(stamp), TimeSpan.FromDays(3), TimeSpan.FromDays(3) + TimeSpan.FromSeconds(10));
        Assert.InRange(clock.GetUtcNow() - wall, TimeSpan.FromDays(3), TimeSpan.FromDays(3) + TimeSpan.FromSeconds(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
    }

    private static ITimer Timer(SandboxClock clock, double minutes, Action fire) =>
        clock.CreateTimer(_ => fire(), null, TimeSpan.FromMinutes(minutes), Timeout.InfiniteTimeSpan);
}
