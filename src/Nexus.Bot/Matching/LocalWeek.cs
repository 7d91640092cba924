using System.Numerics;
using NodaTime;

namespace Nexus.Bot.Matching;

/// <summary>The hours of a week that somebody has time in, by their own clock. Hour 0 is Monday from midnight to one.</summary>
internal readonly record struct LocalWeek
{
    public const int Hours = 7 * 24;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    private LocalWeek(ulong first, ulong second, ulong third) => (_first, _second, _third) = (first, second, third);

    public int Count => BitOperations.PopCount(_first) + BitOperations.PopCount(_second) + BitOperations.PopCount(_third);

    public bool this[int hour] => ((hour >> 6) switch { 0 => _first, 1 => _second, _ => _third } >> (hour & 63) & 1) != 0;

    public static LocalWeek Of(IEnumerable<int> hours)
    {
        Span<ulong> parts = stackalloc ulong[3];
        foreach (var hour in hours)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hour);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(hour, Hours);
            parts[hour >> 6] |= 1UL << (hour & 63);
        }

        return new(parts[0], parts[1], parts[2]);
    }

    /// <summary>The same hours on each of these days.</summary>
    public static LocalWeek Of(IEnumerable<IsoDayOfWeek> days, int from, int until) =>
        Of(days.SelectMany(day => Enumerable.Range((((int)day - 1) * 24) + from, until - from)));
}
