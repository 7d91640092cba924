using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>What a phrase that names a repetition means now.</summary>
internal sealed class Repetitions(ZonedDateTime now)
{
    // An end further off is a slip, and the calendar has one too.
    private const int MostYears = 100;

    private readonly Outcome _outcome = new(now);

    /// <summary>Null when the parts make no sense together.</summary>
    public WhenReading? Of(Sentence said)
    {
        if (said is { Wait.From: true, Day: not null, Starting: null })
        {
            // "for 2 weeks from Monday"
            said = said with { Wait = said.Wait with { From = false }, Starting = new(said.Day), Day = null };
        }

        // "for 2 weeks" is a wait too. One end is enough.
        Said?[] ends = [said.Until, said.Times, said.Wait];
        if (ends.Count(end => end is not null) > 1 || said.Wait is { } duration && (duration is not { In: false, From: false, Seconds: 0, Days: >= 0, Months: >= 0 }))
        {
            return null;
        }

        var rules = Rules(said);
        var clocks = Clocks.Of(said);
        for (var rank = 0; rank < rules.Count + clocks.Count - 1; rank++)
        {
            for (var at = Math.Max(0, rank - clocks.Count + 1); at <= Math.Min(rank, rules.Count - 1); at++)
            {
                Consider(rules[at], clocks[rank - at], said);
            }
        }

        return _outcome.Result();
    }

    private List<Cycle> Rules(Sentence said)
    {
        if (said.Repeat is not { } repeat)
        {
            return [.. Monthly(1, said)];
        }

        List<Cycle> rules = repeat.Unit switch
        {
            TimeUnit.Day when said is { Day: null, Nth: null, Weekdays: null, MonthDays: null } => [new("DAILY", repeat.Interval, "")],
            TimeUnit.Week => [.. Weekly(repeat, said)],
            TimeUnit.Month when said is { Weekdays: null } => [.. Monthly(repeat.Interval, said)],
            TimeUnit.Year when said is { Nth: null, Weekdays: null, MonthDays: null } => [.. Yearly(repeat.Interval, said.Day)],
            _ => [],
        };
        return repeat.Or is { } or ? [.. rules, .. Monthly(1, or)] : rules;
    }

    private IEnumerable<Cycle> Weekly(Said.Repeat repeat, Sentence said)
    {
        IReadOnlyList<IsoDayOfWeek> days = (repeat.On, said.Weekdays, said.Day) switch
        {
            ({ } on, null, null) => on,
            (null, { On: var on }, null) => on,
            (null, null, Said.Day.OfWeek { Which: Which.Any, WeeksOn: null, Weekday: var day }) => [day],
            (null, null, Said.Day.Weekend { Which: Which.Any }) => Times.Weekly.Weekend,
            (null, null, null) => [now.DayOfWeek],
            _ => [],
        };
        var excepted = said.Excepts.Select(except => except.Skipped).OfType<Said.Day.OfWeek>().Select(day => day.Weekday);
        var left = days.Except(excepted).Order().Select(Abbreviation).ToList();
        return left.Count == 0 || said is not { Nth: null, MonthDays: null } ? [] : [new("WEEKLY", repeat.Interval, $";BYDAY={string.Join(',', left)}")];
    }

    private IEnumerable<Cycle> Monthly(int interval, Sentence said) => (said.Nth, said.MonthDays, said.Day) switch
    {
        ({ } nth, null, null) => Monthly(interval, nth),
        (null, { } days, null) => [OnDays(interval, [.. days.On.Distinct().Order()])],
        (null, null, Said.Day.OfMonth { MonthsOn: null or 0 } day) => [OnDays(interval, [day.Number])],
        (null, null, Said.Day.EndOf { Unit: TimeUnit.Month, Later: 0 }) => [OnDays(interval, [-1])],
        (null, null, null) when said.Repeat is not null => [OnDays(interval, [now.Day])],
        _ => [],
    };

    private static IEnumerable<Cycle> Monthly(int interval, Said.Nth nth) =>
    [
        nth.On.Count == 0 ? OnDays(interval, [nth.At])
        : nth.On.Count == 1 ? new("MONTHLY", interval, $";BYDAY={nth.At}{Abbreviation(nth.On[0])}", nth.At == 5 ? "months without a fifth are left out" : null)
        : new("MONTHLY", interval, $";BYDAY={string.Join(',', nth.On.Select(Abbreviation))};BYSETPOS={nth.At}"),
    ];

    private static Cycle OnDays(int interval, int[] days) => new(
        "MONTHLY", interval, $";BYMONTHDAY={string.Join(',', days)}",
        days[^1] > 28 ? $"months without a {Calendar.Ordinal(days[^1])} are left out" : null);

    private IEnumerable<Cycle> Yearly(int interval, Said.Day? day) => day switch
    {
        Said.Day.Date { Year: null } date => [OnDate(interval, date.Month, date.Number, null)],
        Said.Day.Numbers { Year: null } numbers when Calendar.Date(2024, numbers.Second, numbers.First) is not null => [OnDate(interval, numbers.Second, numbers.First, "day first")],
        null => [OnDate(interval, now.Month, now.Day, null)],
        _ => [],
    };

    private static Cycle OnDate(int interval, int month, int day, string? note) =>
        new("YEARLY", interval, $";BYMONTH={month};BYMONTHDAY={day}", (month, day) == (2, 29) ? "only in leap years" : note);

    private static string Abbreviation(IsoDayOfWeek day) => day.ToString()[..2].ToUpperInvariant();

    private void Consider(Cycle cycle, ClockChoice clock, Sentence said)
    {
        // "Friday night at 1" is Saturday; every night at 1 is every day.
        var (time, daysOn) = clock.Times[0];
        if (daysOn > 0 && cycle.Frequency != "DAILY")
        {
            return;
        }

        var zone = said.Zone?.Is ?? now.Zone;
        if (FirstDay(said.Starting?.First) is not { } from)
        {
            return;
        }

        // The first time it fits, from which every second or third one is counted.
        var every = new Recurrence(cycle.Every(1), from + time, zone.Id);
        if (every.Next(now.ToInstant(), 1) is not [var first])
        {
            return;
        }

        if (!_outcome.IsAhead(first))
        {
            return;
        }

        var last = said.Wait is { } duration ? After(first.Date, duration) : said.Until is { } until ? LastDay(until.Last, first.Date) : null;
        if ((said.Until ?? (Said?)said.Wait) is not null && last is null)
        {
            _outcome.AddPast();
            return;
        }

        if (last is { } end && end.Year > now.Year + MostYears)
        {
            _outcome.AddTooFar();
            return;
        }

        var rule = cycle.Every(cycle.Interval) + (said.Times is { } times ? $";COUNT={times.Many}" : last is { } day ? $";UNTIL={day:uuuuMMdd}T235959" : "");
        var whole = new Recurrence(rule, Nominal(first, time), zone.Id).Without(Skipped(said, first.Date));
        switch (whole.Next(now.ToInstant(), 2))
        {
            case []:
                _outcome.AddPast();
                break;
            case [var one, ..] when !_outcome.IsAhead(one):
                break;
            case [var one, var two] when two.ToInstant() - one.ToInstant() > Outcome.Farthest:
                _outcome.AddTooFar();
                break;
            case [var one, ..]:
                _outcome.Add(new Reading(one.WithZone(now.Zone), clock.Assumed, cycle.Note, whole));
                break;
        }
    }

    // The wall clock's time, not what a clock change made of it that day.
    private static LocalDateTime Nominal(ZonedDateTime moment, LocalTime time) =>
        (moment.TimeOfDay < time ? moment.Date.PlusDays(-1) : moment.Date) + time;

    private LocalDate? FirstDay(Said.Day? said) =>
        said is null ? now.Date : Days.Of(said, now.Date).SelectMany(choice => choice.Dates).Where(_outcome.IsNear).Select(day => (LocalDate?)day).FirstOrDefault(day => day >= now.Date);

    private LocalDate? LastDay(Said.Day said, LocalDate first) => Days.Of(said, now.Date)
        .Select(choice => choice.Dates.Select(day => (LocalDate?)day).FirstOrDefault(day => day >= first)).FirstOrDefault(day => day is not null);

    private static LocalDate? After(LocalDate first, Said.Wait duration) =>
        duration is { Months: <= 1200, Days: <= 36_500 } ? first.PlusMonths((int)duration.Months).PlusDays((int)duration.Days - 1) : null;

    private IEnumerable<LocalDate> Skipped(Sentence said, LocalDate first) => said.Excepts
        .Where(except => except.Skipped is not Said.Day.OfWeek || said.Repeat is not { Unit: TimeUnit.Week })
        .Select(except => LastDay(except.Skipped, first)).OfType<LocalDate>();

    private sealed record Cycle(string Frequency, int Interval, string On, string? Note = null)
    {
        public string Every(int interval) => $"FREQ={Frequency}{(interval == 1 ? "" : $";INTERVAL={interval}")}{On}";
    }
}
