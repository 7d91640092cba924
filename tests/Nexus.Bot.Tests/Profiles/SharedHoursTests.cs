using CsCheck;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Tests.Profiles;

/// <summary>When two people in two zones both have time.</summary>
public sealed class SharedHoursTests
{
    private static readonly string[] ZoneIds = ["Africa/Lagos", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Honolulu", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

    [Theory]
    [InlineData("2026-11-24", "weekday evenings", "Africa/Lagos", "weekdays 17-20", "Africa/Accra", "Tue 24 Nov 18:00–21:00, Wed 25 Nov 18:00–21:00, Thu 26 Nov 18:00–21:00, Fri 27 Nov 18:00–21:00, Mon 30 Nov 18:00–21:00")]
    [InlineData("2026-11-24", "Sat 10-14", "Africa/Lagos", "Sat 16-20", "Asia/Kolkata", "Sat 28 Nov 11:30–14:00")]
    [InlineData("2026-11-24", "Sat 10-14", "Africa/Lagos", "Sun 10-14", "Africa/Accra", "")]
    // London's clocks go back on Sunday 25 October 2026: the same words share an hour more with Lagos from then on.
    [InlineData("2026-10-19", "Sun 18-21", "Africa/Lagos", "Sun 17-20", "Europe/London", "Sun 25 Oct 18:00–21:00")]
    [InlineData("2026-10-12", "Sun 18-21", "Africa/Lagos", "Sun 17-20", "Europe/London", "Sun 18 Oct 18:00–20:00")]
    // Late in the evening there, after midnight here.
    [InlineData("2026-11-24", "Wed 1-4", "Africa/Lagos", "Tue 18-22", "America/New_York", "Wed 25 Nov 01:00–04:00")]
    public void Hours_together_are_told_on_the_clock_of_who_looks(string first, string mine, string zone, string theirs, string theirZone, string words)
    {
        var (here, day) = (Zone(zone), LocalDatePattern.Iso.Parse(first).Value);
        var grid = SharedHours.Between(WeekReader.Read(mine).Week!.Value, here, WeekReader.Read(theirs).Week!.Value, Zone(theirZone), day);

        Assert.Equal(words, string.Join(", ", SharedHours.Words(grid, day, here)));
    }

    [Fact]
    public void A_time_of_a_day_or_more_names_the_day_it_ends() =>
        Assert.Equal(
            ["Sat 28 Nov 00:00–Mon 30 Nov 00:00"],
            SharedHours.Words(WeekGrid.Of(WeekReader.Read("weekends all day").Week!.Value, DateTimeZone.Utc, new LocalDate(2026, 11, 24)), new LocalDate(2026, 11, 24), DateTimeZone.Utc));

    [Fact]
    public void The_week_to_come_begins_tomorrow() =>
        Assert.Equal(new LocalDate(2026, 12, 1), SharedHours.WeekToCome(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.Zero)));

    [Fact]
    public void Whoever_looks_both_share_the_same_time_and_it_is_free_on_both_clocks() =>
        Gen.Select(Gen.Int[0, ZoneIds.Length - 1], Gen.Int[0, ZoneIds.Length - 1], Gen.Bool.Array[LocalWeek.Hours], Gen.Bool.Array[LocalWeek.Hours], Gen.Int[0, 365]).Sample(
            (one, other, ones, others, day) =>
            {
                var first = new LocalDate(2026, 1, 1).PlusDays(day);
                var (mine, theirs, here, there) = (Week(ones), Week(others), Zone(ZoneIds[one]), Zone(ZoneIds[other]));
                var grid = SharedHours.Between(mine, here, theirs, there, first);

                Assert.Equal(grid, SharedHours.Between(theirs, there, mine, here, first));
                Assert.All(grid.Windows(first), window =>
                {
                    for (var at = window.Start; at < window.End; at += Duration.FromMinutes(30))
                    {
                        Assert.True(mine[HourAt(at, here)] && theirs[HourAt(at, there)]);
                    }
                });
            },
            iter: 200);

    private static LocalWeek Week(bool[] free) => LocalWeek.Of(Enumerable.Range(0, LocalWeek.Hours).Where(hour => free[hour]));

    private static int HourAt(Instant at, DateTimeZone zone) => (((int)at.InZone(zone).DayOfWeek - 1) * 24) + at.InZone(zone).Hour;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
