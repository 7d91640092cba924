using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>The hours of a week in which somebody may be asked, or in which a server works, by the clocks of one zone.</summary>
/// <param name="From">Minute of the day.</param>
/// <param name="Until">Minute of the day, of the next one when it is not after <paramref name="From"/>: 22:00–02:00, or all day.</param>
internal sealed record DutyHours(DateTimeZone Zone, int From, int Until, IReadOnlySet<IsoDayOfWeek> Days)
{
    private const int MinutesOfDay = 24 * 60;

    // Every chosen weekday comes within a week.
    private const int LookAhead = 8;

    // Nobody's ladder climbs through a year.
    private const int LongestWalk = 370;

    private static readonly IReadOnlySet<IsoDayOfWeek> EveryDay = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToHashSet();

    /// <summary>Of who said nothing: when most people are awake.</summary>
    public static DutyHours Waking(DateTimeZone zone) => new(zone, 8 * 60, 21 * 60, EveryDay);

    /// <param name="days">Bit 0 is Monday.</param>
    public static DutyHours Of(DateTimeZone zone, int from, int until, int days) =>
        new(zone, from, until, EveryDay.Where(day => (days & (1 << ((int)day - 1))) != 0).ToHashSet());

    public static DutyHours Always { get; } = new(DateTimeZone.Utc, 0, 0, EveryDay);

    public bool Holds(DateTimeOffset at) => Windows(at, LookAhead).FirstOrDefault() is { } first && first.Start <= at;

    /// <summary>The moment itself when it is within the hours, else when they begin; null when they never do.</summary>
    public DateTimeOffset? NextFrom(DateTimeOffset at) => Windows(at, LookAhead).FirstOrDefault() is { } first ? Later(first.Start, at) : null;

    /// <summary>When so much time within the hours has passed; null when they are too few.</summary>
    public DateTimeOffset? After(DateTimeOffset at, TimeSpan time)
    {
        foreach (var window in Windows(at, LongestWalk))
        {
            var start = Later(window.Start, at);
            if (time <= window.End - start)
            {
                return start + time;
            }

            time -= window.End - start;
        }

        return null;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // Those that are not over, in order.
    private IEnumerable<Window> Windows(DateTimeOffset at, int days)
    {
        var first = Instant.FromDateTimeOffset(at).InZone(Zone).Date.PlusDays(-1);
        for (var day = 0; day <= days + 1; day++)
        {
            var date = first.PlusDays(day);
            if (!Days.Contains(date.DayOfWeek))
            {
                continue;
            }

            var start = Moment(date, From);
            var end = Until > From ? Moment(date, Until) : Moment(date.PlusDays(1), Until);
            if (end > at && end > start)
            {
                yield return new Window(start, end);
            }
        }
    }

    private DateTimeOffset Moment(LocalDate date, int minute) =>
        Zones.Moment(date.AtMidnight().PlusMinutes(Math.Clamp(minute, 0, MinutesOfDay)), Zone).ToDateTimeOffset();

    private sealed record Window(DateTimeOffset Start, DateTimeOffset End);
}
