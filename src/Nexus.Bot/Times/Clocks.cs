using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>A time of day that may be meant: the first of these that is still to come. Days on: after midnight it is the next day.</summary>
internal sealed record ClockChoice(IReadOnlyList<(LocalTime Time, int DaysOn)> Times, bool Assumed = false)
{
    public static readonly ClockChoice EndOfWork = Assume(17 * 60);
    public static readonly ClockChoice EndOfDay = Assume((23 * 60) + 59);

    public ClockChoice(LocalTime time, int daysOn = 0)
        : this([(time, daysOn)])
    {
    }

    public static ClockChoice Assume(params ReadOnlySpan<int> minutes)
    {
        var times = new List<(LocalTime, int)>();
        foreach (var minute in minutes)
        {
            times.Add((LocalTime.Midnight.PlusMinutes(minute), 0));
        }

        return new(times, Assumed: true);
    }

    /// <summary>Only the usual time.</summary>
    public ClockChoice Usual() => this with { Times = [Times[0]] };
}

/// <summary>Which times of day a said one may be, the likeliest first.</summary>
internal static class Clocks
{
    private const int Hour = 60;

    // The usual hour, then later ones for when that is over today.
    private static readonly ClockChoice AnyTime = ClockChoice.Assume(9 * Hour, 12 * Hour, 15 * Hour, 18 * Hour, 21 * Hour, 23 * Hour);

    private static readonly ClockChoice[] PartsOfDay =
    [
        ClockChoice.Assume(9 * Hour, 11 * Hour),
        ClockChoice.Assume(15 * Hour, 17 * Hour),
        ClockChoice.Assume(18 * Hour, 20 * Hour, 22 * Hour),
        ClockChoice.Assume(20 * Hour, 22 * Hour, (23 * Hour) + 30),
    ];

    public static IReadOnlyList<ClockChoice> Of(Sentence said) => (said.Clock, said.Part) switch
    {
        (null, null) => [AnyTime],
        // The end of work, then the end itself.
        (null, { Of: PartOfDay.End }) => [ClockChoice.EndOfWork, ClockChoice.EndOfDay],
        (null, { } part) => [PartsOfDay[(int)part.Of]],
        ({ } clock, { } part) => Within(clock, part.Of),
        ({ As: Written.AsMidnight }, null) when said.Repeats || said.Day is null => [new(LocalTime.Midnight)],
        // The night of that day, or its first minute.
        ({ As: Written.AsMidnight }, null) => [new(LocalTime.Midnight, 1), new(LocalTime.Midnight)],
        ({ As: Written.Exactly } clock, null) => [new(clock.Time)],
        ({ As: Written.Loosely } clock, null) when said.Day is Said.Day.Date { Iso: true } => [new(clock.Time)],
        ({ } clock, null) => Twice(clock.Time),
    };

    // "3:30" is rather in the afternoon, "9:30" in the morning.
    private static ClockChoice[] Twice(LocalTime time)
    {
        var (am, pm) = Halves(time);
        return time.Hour is >= 7 and < 12 ? [new(am), new(pm)] : [new(pm), new(am)];
    }

    private static (LocalTime Am, LocalTime Pm) Halves(LocalTime time) =>
        time.Hour >= 12 ? (time.PlusHours(-12), time) : (time, time.PlusHours(12));

    // "9 in the evening", "1 at night"
    private static IReadOnlyList<ClockChoice> Within(Said.Clock clock, PartOfDay part)
    {
        var (am, pm) = Halves(clock.Time);
        LocalTime[] times = clock.As switch
        {
            Written.Exactly => [clock.Time],
            Written.AsMidnight => [LocalTime.Midnight],
            _ => [am, pm],
        };
        return [.. times.Where(time => Fits(time.Hour, part)).Select(time => new ClockChoice(time, part == PartOfDay.Night && time.Hour < 6 ? 1 : 0))];
    }

    private static bool Fits(int hour, PartOfDay part) => part switch
    {
        PartOfDay.Morning => hour < 12,
        PartOfDay.Afternoon => hour is >= 12 and < 19,
        PartOfDay.Evening => hour >= 16,
        PartOfDay.Night => hour is >= 18 or < 6,
        PartOfDay.End => false,
    };
}
