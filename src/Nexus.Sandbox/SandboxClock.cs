namespace Nexus.Sandbox;

/// <summary>Real time plus an offset that only grows; the emulator and the bot in it share one.</summary>
/// <remarks>
/// Timers run on real timers. Moving the clock forward fires those that come due meanwhile, in the order they are due
/// and each with the clock standing at its instant, including timers that such a callback creates.
/// </remarks>
/// <param name="start">What the clock shows first; null for real time.</param>
internal sealed class SandboxClock(DateTimeOffset? start = null) : TimeProvider
{
    private static readonly long PerTick = System.TimestampFrequency / TimeSpan.TicksPerSecond;
    private readonly TimeSpan apart = start - System.GetUtcNow() ?? TimeSpan.Zero;
    private readonly Lock gate = new();
    private readonly HashSet<SandboxTimer> armed = [];
    private readonly SemaphoreSlim moving = new(1);
    private long offsetTicks;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().Add(apart).AddTicks(Interlocked.Read(ref offsetTicks));

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref offsetTicks) * PerTick;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SandboxTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves at once; what comes due runs on the calling thread.</summary>
    public void Advance(TimeSpan by)
    {
        var move = Begin(by);
        while (FireNext(move))
        {
        }

        End();
    }

    /// <summary>Moves from one due instant to the next and lets <paramref name="settle"/> wait until what fired has done its work.</summary>
    public async Task AdvanceAsync(TimeSpan by, Func<Task> settle)
    {
        await moving.WaitAsync();
        try
        {
            var move = Begin(by);
            while (FireNext(move))
            {
                await settle();
            }

            End();
            await settle();
        }
        finally
        {
            moving.Release();
        }
    }

    internal static long Timestamps(TimeSpan time) => time.Ticks * PerTick;

    internal void Arm(SandboxTimer timer)
    {
        lock (gate)
        {
            armed.Add(timer);
        }
    }

    internal void Disarm(SandboxTimer timer)
    {
        lock (gate)
        {
            armed.Remove(timer);
        }
    }

    private Move Begin(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var now = GetTimestamp();

        // Two days hold thousands of a bot's sweeps: beyond them, timers that were set on the way fire in some thousand batches.
        var grain = by <= TimeSpan.FromDays(2) ? 0 : Timestamps(by) / 1000;
        return new Move(now, now + Timestamps(by), grain);
    }

    /// <summary>Goes to the next due instant and fires what is due there; false once the target is reached.</summary>
    private bool FireNext(Move move)
    {
        SandboxTimer[] due;
        lock (gate)
        {
            var now = GetTimestamp();
            var next = move.Target;
            foreach (var timer in armed)
            {
                var at = timer.Born > move.Start ? Math.Max(timer.Due, Math.Min(now + move.Grain, move.Target)) : timer.Due;
                next = Math.Min(next, at);
            }

            if (next > now)
            {
                Interlocked.Add(ref offsetTicks, (next - now + PerTick - 1) / PerTick);
            }

            due = [.. armed.Where(timer => timer.Due <= next).OrderBy(timer => timer.Due)];
        }

        foreach (var timer in due)
        {
            timer.FireIfDue();
        }

        return due.Length > 0;
    }

    /// <summary>The real timers were set for the time before the move.</summary>
    private void End()
    {
        SandboxTimer[] timers;
        lock (gate)
        {
            timers = [.. armed];
        }

        foreach (var timer in timers)
        {
            timer.SetRealTimer();
        }
    }

    private readonly record struct Move(long Start, long Target, long Grain);
}
