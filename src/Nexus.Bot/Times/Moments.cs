using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>What a phrase that names one time means now.</summary>
internal sealed class Moments(ZonedDateTime now)
{
    private readonly Outcome _outcome = new(now);

    /// <summary>Null when the parts make no sense together.</summary>
    public WhenReading? Of(Sentence said, WhenAsked asked)
    {
        var timeMissing = asked.HasFlag(WhenAsked.TimeOfDay) && said is { Clock: null, Part: null, Day: not (null or Said.Day.EndOf) };
        if (said.Wait is { } wait)
        {
            var reading = After(wait, said);
            return reading is WhenReading.Understood && timeMissing ? new WhenReading.TimeMissing() : reading;
        }

        if (timeMissing
            && Days.Of(said.Day!, now.Date).SelectMany(choice => choice.Dates).Where(_outcome.IsNear).Any(date => date >= now.Date))
        {
            return new WhenReading.TimeMissing();
        }

        return said switch
        {
            { Nth: not null } => OfNth(said),
            { Day: null } => said.Part is { Today: true } ? OnDays([new(now.Date)], said) : OnNoDay(said),
            _ => OnDays(Days.Of(said.Day, now.Date), said),
        };
    }

    // A said zone is that of the clock; days are those of the person's calendar.
    private static DateTimeZone ZoneOf(Sentence said, ZonedDateTime now) => said.Zone?.Is ?? now.Zone;

    private WhenReading? After(Said.Wait wait, Sentence said)
    {
        if (wait.Months < 0 || wait.Days < 0 || wait.Seconds < 0)
        {
            return new WhenReading.Past();
        }

        if (wait.Months > 24 || wait.Days > 800 || wait.Seconds > Outcome.Farthest.TotalSeconds * 2)
        {
            return new WhenReading.TooFar();
        }

        if (wait is { In: true, Months: 0, Seconds: 0, Days: var days } && days % 7 == 0 && said.Day is Said.Day.OfWeek { Which: Which.Any, WeeksOn: null } weekday)
        {
            // "in 2 weeks on Friday"
            return OnDays(Days.Of(weekday with { WeeksOn = (int)days / 7 }, now.Date), said);
        }

        if (wait.From || said is not { Day: null, Clock: null, Part: null, Zone: null })
        {
            // "a week from Friday", "in 3 days at 9": then it is days that are counted
            var counts = wait.Seconds == 0 && said.Nth is null && wait.From == said.Day is not null;
            return counts ? OnDays([.. Days.Of(said.Day ?? new Said.Day.On(0), now.Date).Select(day => Later(day, wait))], said) : null;
        }

        var day = now.Date.PlusMonths((int)wait.Months).PlusDays((int)wait.Days);
        var moment = (wait.Months == 0 && wait.Days == 0 ? now : Zones.Moment(day + now.TimeOfDay, now.Zone)).ToInstant() + Duration.FromSeconds(wait.Seconds);
        Consider(moment.InZone(now.Zone), false, null);
        return _outcome.Result();
    }

    private static DayChoice Later(DayChoice day, Said.Wait wait) =>
        day with { Dates = [.. day.Dates.Where(date => date.Year < 9990).Select(date => date.PlusMonths((int)wait.Months).PlusDays((int)wait.Days))] };

    // "the first Monday of next month"
    private WhenReading? OfNth(Sentence said) =>
        said.Day is Said.Day.NextOf { Unit: TimeUnit.Month } && Days.Nth(said.Nth!, now.Date.PlusMonths(1)) is { } day ? OnDays([new(day)], said) : null;

    // The next time it is that late; of the two halves of the day rather the one that people are awake in, then the sooner.
    private WhenReading? OnNoDay(Sentence said)
    {
        if (said is { Clock: null, Part: null } or { Clock.As: Written.AsNumber, Part: null })
        {
            return null;
        }

        var there = now.WithZone(ZoneOf(said, now));
        var next = Clocks.Of(said)
            .Select(clock => (Clock: clock.Usual(), Moment: First([there.Date.PlusDays(-1), there.Date, there.Date.PlusDays(1)], clock.Usual(), there.Zone)))
            .Where(choice => choice.Moment is not null)
            .Select(choice => (choice.Clock, Moment: choice.Moment!.Value));
        if (said is { Clock.As: Written.AsHour, Part: null })
        {
            next = next.OrderBy(choice => choice.Moment.Hour is >= 7 and < 23 ? 0 : 1).ThenBy(choice => choice.Moment.ToInstant());
        }

        foreach (var (clock, moment) in next)
        {
            Consider(moment, clock.Assumed, null);
        }

        return _outcome.Result();
    }

    private WhenReading? OnDays(IReadOnlyList<DayChoice> days, Sentence said)
    {
        var zone = ZoneOf(said, now);
        var clocks = Clocks.Of(said);
        var timeSaid = said.Clock is not null || said.Part is not null;

        // Likelier days with less likely times and the other way round are equally likely.
        for (var rank = 0; rank < days.Count + clocks.Count - 1; rank++)
        {
            for (var at = Math.Max(0, rank - clocks.Count + 1); at <= Math.Min(rank, days.Count - 1); at++)
            {
                var clock = timeSaid ? clocks[rank - at] : days[at].Clock ?? clocks[rank - at];
                clock = said.Day is Said.Day.OfWeek && clock.Assumed ? clock.Usual() : clock;
                if (First(days[at].Dates, clock, zone) is { } moment)
                {
                    Consider(moment, clock.Assumed, NoteOf(days[at], said, moment.Date));
                }
            }
        }

        return _outcome.Result();
    }

    private static string? NoteOf(DayChoice day, Sentence said, LocalDate date) =>
        said.Day is Said.Day.Named named && named.Weekday != date.DayOfWeek ? $"a {date.DayOfWeek}, not a {named.Weekday}" : day.Note;

    private ZonedDateTime? First(IReadOnlyList<LocalDate> dates, ClockChoice clock, DateTimeZone zone) => dates
        .Where(_outcome.IsNear)
        .SelectMany(date => clock.Times.Select(time => Zones.Moment(date.PlusDays(time.DaysOn) + time.Time, zone)))
        .Where(_outcome.IsAhead)
        .Select(moment => (ZonedDateTime?)moment)
        .FirstOrDefault();

    // To the second: what is shown is what happens.
    private void Consider(ZonedDateTime moment, bool assumed, string? note)
    {
        var local = Instant.FromUnixTimeSeconds(moment.ToInstant().ToUnixTimeSeconds()).InZone(now.Zone);
        if (_outcome.IsAhead(local))
        {
            _outcome.Add(new Reading(local, assumed, note));
        }
    }
}
