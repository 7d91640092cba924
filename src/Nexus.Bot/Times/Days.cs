using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>A day that may be meant: the first of these dates that is still to come.</summary>
/// <param name="Clock">The time that goes with it when none was said.</param>
internal sealed record DayChoice(IReadOnlyList<LocalDate> Dates, string? Note = null, ClockChoice? Clock = null)
{
    public DayChoice(LocalDate date)
        : this([date])
    {
    }
}

/// <summary>Which days a said day may be, the likeliest first. Weeks begin on Monday.</summary>
internal static class Days
{
    public static IReadOnlyList<DayChoice> Of(Said.Day said, LocalDate today) => said switch
    {
        Said.Day.On on => [new(today.PlusDays(on.Days))],
        Said.Day.OfWeek { WeeksOn: { } weeks } day => [new(InWeek(today, day.Weekday, weeks))],
        Said.Day.OfWeek { Which: Which.Next } day => Next(today, day.Weekday),
        Said.Day.OfWeek { Which: Which.Coming } day => [new(today.Next(day.Weekday))],
        Said.Day.OfWeek { Which: Which.This } day => [new([OnOrAfter(today, day.Weekday), today.Next(day.Weekday)])],
        // Said on the day itself it is today or in a week, the sooner first: who is reminded too early can snooze.
        Said.Day.OfWeek day => today.DayOfWeek == day.Weekday ? [new([today, today.PlusWeeks(1)]), new(today.PlusWeeks(1))] : [new(today.Next(day.Weekday))],
        Said.Day.Weekend { Which: Which.Next } => Next(today, IsoDayOfWeek.Saturday),
        Said.Day.Weekend => [new(OnOrAfter(today, IsoDayOfWeek.Saturday))],
        Said.Day.OfMonth { MonthsOn: { } months } day => InMonth(today, months, day.Number) is { } date ? [new(date)] : [],
        Said.Day.OfMonth day => [new([.. Enumerable.Range(0, 13).Select(on => InMonth(today, on, day.Number)).OfType<LocalDate>()])],
        Said.Day.Date date => [new(Years(date.Year, date.Month, date.Number, today))],
        Said.Day.Numbers numbers => Numeric(numbers, today),
        Said.Day.Named named => [.. Of(named.Is, today).Select(choice => Matching(choice, named.Weekday))],
        Said.Day.EndOf end => End(end, today),
        Said.Day.NextOf { Unit: TimeUnit.Week } => [new(Calendar.Monday(today).PlusWeeks(1)), new(today.PlusWeeks(1))],
        Said.Day.NextOf { Unit: TimeUnit.Month } => [new(today.With(DateAdjusters.StartOfMonth).PlusMonths(1)), new(today.PlusMonths(1))],
        Said.Day.NextOf => [new(new LocalDate(today.Year + 1, 1, 1))],
        _ => [],
    };

    /// <summary>"first Monday of next month": the day, if that month has it.</summary>
    public static LocalDate? Nth(Said.Nth nth, LocalDate month)
    {
        var first = month.With(DateAdjusters.StartOfMonth);
        var days = Enumerable.Range(0, first.Calendar.GetDaysInMonth(first.Year, first.Month)).Select(first.PlusDays)
            .Where(day => nth.On.Count == 0 || nth.On.Contains(day.DayOfWeek)).ToList();
        return nth.At == -1 ? days[^1] : nth.At <= days.Count ? days[nth.At - 1] : null;
    }

    private static LocalDate InWeek(LocalDate today, IsoDayOfWeek weekday, int weeksOn) => Calendar.Monday(today).PlusDays((weeksOn * 7) + (int)weekday - 1);

    private static LocalDate OnOrAfter(LocalDate today, IsoDayOfWeek weekday) => today.DayOfWeek == weekday ? today : today.Next(weekday);

    // Of next week for some, the first to come for others.
    private static DayChoice[] Next(LocalDate today, IsoDayOfWeek weekday) =>
        InWeek(today, weekday, 1) is var later && today.Next(weekday) is var sooner && later == sooner ? [new(later)] : [new(later), new(sooner)];

    private static LocalDate? InMonth(LocalDate today, int monthsOn, int day) =>
        today.With(DateAdjusters.StartOfMonth).PlusMonths(monthsOn) is var month ? Calendar.Date(month.Year, month.Month, day) : null;

    // Without a year it is this year's or the next one's that there is: not every year has a 29 February.
    private static IReadOnlyList<LocalDate> Years(int? year, int month, int day, LocalDate today) =>
        [.. (year is { } said ? [said] : Enumerable.Range(today.Year, 9)).Select(one => Calendar.Date(one, month, day)).OfType<LocalDate>()];

    private static IReadOnlyList<DayChoice> Numeric(Said.Day.Numbers said, LocalDate today)
    {
        DayChoice[] both = [new(Years(said.Year, said.Second, said.First, today), "day first"), new(Years(said.Year, said.First, said.Second, today), "month first")];
        return said.First == said.Second ? both[..1] : [.. both.Where(choice => choice.Dates.Count > 0)];
    }

    // The dates of that weekday first: who says both may have mistaken either.
    private static DayChoice Matching(DayChoice choice, IsoDayOfWeek weekday) =>
        choice with { Dates = [.. choice.Dates.OrderBy(date => date.DayOfWeek == weekday ? 0 : 1)] };

    // The end of work, then the end itself.
    private static IReadOnlyList<DayChoice> End(Said.Day.EndOf end, LocalDate today)
    {
        var (work, last) = end.Unit switch
        {
            TimeUnit.Week => (InWeek(today, IsoDayOfWeek.Friday, end.Later), InWeek(today, IsoDayOfWeek.Sunday, end.Later)),
            TimeUnit.Month => (Calendar.LastOfMonth(today, end.Later), Calendar.LastOfMonth(today, end.Later)),
            _ => (new LocalDate(today.Year + end.Later, 12, 31), new LocalDate(today.Year + end.Later, 12, 31)),
        };
        return [new([work], Clock: ClockChoice.EndOfWork), new([last], Clock: ClockChoice.EndOfDay)];
    }
}
