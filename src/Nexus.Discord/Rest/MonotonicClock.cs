namespace Nexus.Discord.Rest;

/// <summary>Time since this clock was made: never jumps back when the wall clock is set.</summary>
internal sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _origin = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(_origin);
}
