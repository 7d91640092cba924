namespace Nexus.Sandbox;

/// <summary>A timer of the <see cref="SandboxClock"/>: fires when its real timer does, or earlier when the clock is moved past it.</summary>
internal sealed class SandboxTimer : ITimer
{
    // Real timers may fire a few milliseconds before the stopwatch agrees.
    private static readonly long Slack = SandboxClock.Timestamps(TimeSpan.FromMilliseconds(30));

    private readonly SandboxClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly Lock gate = new();
    private readonly ITimer real;
    private TimeSpan period = Timeout.InfiniteTimeSpan;
    private bool isArmed;
    private bool isDisposed;

    public SandboxTimer(SandboxClock clock, TimerCallback callback, object? state)
    {
        this.clock = clock;
        this.callback = callback;
        this.state = state;
        real = TimeProvider.System.CreateTimer(
            static timer => ((SandboxTimer)timer!).FireIfDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Timestamp of the clock at which it fires.</summary>
    public long Due { get; private set; }

    /// <summary>Timestamp of the clock at which it was set.</summary>
    public long Born { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (isDisposed)
            {
                return false;
            }

            this.period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
            Set(dueTime);
            return true;
        }
    }

    /// <summary>Runs the callback when it is due; called by the real timer and by a moving clock, whichever comes first.</summary>
    public void FireIfDue()
    {
        lock (gate)
        {
            if (!isArmed || Due > clock.GetTimestamp() + Slack)
            {
                return;
            }

            Set(period);
        }

        callback(state);
    }

    public void SetRealTimer()
    {
        lock (gate)
        {
            if (isArmed)
            {
                SetReal();
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            Set(Timeout.InfiniteTimeSpan);
            real.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Set(TimeSpan wait)
    {
        if (wait == Timeout.InfiniteTimeSpan)
        {
            if (isArmed)
            {
                isArmed = false;
                clock.Disarm(this);
                real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            return;
        }

        Born = clock.GetTimestamp();
        Due = Born + SandboxClock.Timestamps(wait);
        if (!isArmed)
        {
            isArmed = true;
            clock.Arm(this);
        }

        SetReal();
    }

    private void SetReal()
    {
        var left = Due - clock.GetTimestamp();

        // The runtime's timers take at most 49 days; one that is further off is set again when this one has passed.
        var milliseconds = Math.Clamp(Math.Ceiling(left * 1000.0 / clock.TimestampFrequency), 0, int.MaxValue);
        var wait = TimeSpan.FromMilliseconds(milliseconds);
        real.Change(wait, wait == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : wait);
    }
}
