namespace Nexus.Discord.Gateway;

internal static class WholeMilliseconds
{
    /// <summary>Timers count in whole milliseconds and cut off the rest: rounded up, they never fire early and again and again.</summary>
    public static TimeSpan Until(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, int.MaxValue - 1));
}
