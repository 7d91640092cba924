using Nexus.Bot.Matching;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Tests.Matching;

/// <summary>Local hours as hours of one week by UTC.</summary>
public sealed class WeekGridTests
{
    private static readonly LocalWeek Evenings = LocalWeek.Of([IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], 18, 21);

    [Theory]
    [InlineData("UTC", "2026-11-23", "2026-11-23T18:00/2026-11-23T21:00 2026-11-29T18:00/2026-11-29T21:00")]
    [InlineData("Africa/Nairobi", "2026-11-23", "2026-11-23T15:00/2026-11-23T18:00 2026-11-29T15:00/2026-11-29T18:00")]
    [InlineData("Asia/Kolkata", "2026-11-23", "2026-11-23T12:30/2026-11-23T15:30 2026-11-29T12:30/2026-11-29T15:30")]
    // A quarter past: only half hours that are free as a whole.
    [InlineData("Asia/Kathmandu", "2026-11-23", "2026-11-23T12:30/2026-11-23T15:00 2026-11-29T12:30/2026-11-29T15:00")]
    // Sunday evening over there is Monday morning here: the one of this UTC week is the week before by the calendar over there.
    [InlineData("Pacific/Honolulu", "2026-11-23", "2026-11-23T04:00/2026-11-23T07:00 2026-11-24T04:00/2026-11-24T07:00")]
    // The clocks go back on Sunday 25 October 2026.
    [InlineData("Europe/London", "2026-10-19", "2026-10-19T17:00/2026-10-19T20:00 2026-10-25T18:00/2026-10-25T21:00")]
    [InlineData("Europe/London", "2026-10-12", "2026-10-12T17:00/2026-10-12T20:00 2026-10-18T17:00/2026-10-18T20:00")]
    public void Local_evenings_are_these_times_of_that_week(string zone, string monday, string windows)
    {
        var date = LocalDatePattern.Iso.Parse(monday).Value;
        var grid = WeekGrid.Of(Evenings, DateTimeZoneProviders.Tzdb[zone], date);

        Assert.Equal(windows, string.Join(' ', grid.Windows(date).Select(window => $"{Short(window.Start)}/{Short(window.End)}")));
        Assert.Equal(grid.Windows(date).Sum(window => window.Duration.TotalHours), grid.Hours);
    }

    [Fact]
    public void An_hour_that_comes_twice_is_free_twice_and_one_that_is_skipped_is_not()
    {
        var nights = LocalWeek.Of([IsoDayOfWeek.Sunday], 1, 3);
        var london = DateTimeZoneProviders.Tzdb["Europe/London"];

        Assert.Equal(3, WeekGrid.Of(nights, london, new LocalDate(2026, 10, 19)).Hours);
        Assert.Equal(1, WeekGrid.Of(nights, london, new LocalDate(2026, 3, 23)).Hours);
    }

    [Fact]
    public void Hours_in_common_are_what_is_left_of_both()
    {
        var (one, other) = (WeekGrid.Of([0, 1, 2, 100, 335]), WeekGrid.Of([1, 2, 3, 335]));

        Assert.Equal(WeekGrid.Of([1, 2, 335]), one & other);
        Assert.Equal(1.5, (one & other).Hours);
        Assert.Equal(one, one & WeekGrid.Full);
        Assert.Equal(168, WeekGrid.Full.Hours);
        Assert.Equal(6, Evenings.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalWeek.Of([168]));
    }

    private static string Short(Instant instant) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(instant);
}
