using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Deadlines;

public sealed class LadderTests
{
    // Friday 27 November 2026, 17:00 UTC.
    private static readonly DateTimeOffset s_due = new(2026, 11, 27, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    // The deadline's own time of day, where people are awake then.
    [InlineData("UTC", "2026-11-27T17:00Z", "2026-11-26T17:00Z")]
    [InlineData("Africa/Lagos", "2026-11-27T17:00Z", "2026-11-26T17:00Z")]
    [InlineData("America/New_York", "2026-11-27T17:00Z", "2026-11-26T17:00Z")]
    // 22:30 in Kolkata: 21:00 that evening, 15:30 UTC.
    [InlineData("Asia/Kolkata", "2026-11-27T17:00Z", "2026-11-26T15:30Z")]
    // 06:00 in Auckland on the 28th: 21:00 on the 26th there, 08:00 UTC.
    [InlineData("Pacific/Auckland", "2026-11-27T17:00Z", "2026-11-26T08:00Z")]
    // The edges belong to the day.
    [InlineData("UTC", "2026-11-27T08:00Z", "2026-11-26T08:00Z")]
    [InlineData("UTC", "2026-11-27T21:00Z", "2026-11-26T21:00Z")]
    [InlineData("UTC", "2026-11-27T07:59Z", "2026-11-25T21:00Z")]
    [InlineData("UTC", "2026-11-27T21:01Z", "2026-11-26T21:00Z")]
    [InlineData("UTC", "2026-11-27T23:59Z", "2026-11-26T21:00Z")]
    [InlineData("UTC", "2026-11-27T00:00Z", "2026-11-25T21:00Z")]
    // The clock changes in between: the time of day stays, the hours do not.
    [InlineData("Europe/London", "2026-10-25T12:00Z", "2026-10-24T11:00Z")]
    public void A_rung_of_days_comes_at_the_deadlines_time_of_day_or_on_the_evening_before(string zone, string due, string dayBefore) =>
        Assert.Equal(DateTimeOffset.Parse(dayBefore, null), Ladder.At(Rung.OneDay, DateTimeOffset.Parse(due, null), Zones.Named(zone)));

    [Fact]
    public void The_last_rung_is_exact_for_everybody()
    {
        Assert.Equal(s_due.AddHours(-2), Ladder.At(Rung.TwoHours, s_due, Zones.Named("Asia/Kolkata")));
        Assert.Equal(s_due.AddHours(-2), Ladder.At(Rung.TwoHours, s_due, Zones.Named("Pacific/Auckland")));
    }

    [Fact]
    public void In_every_zone_at_every_hour_rungs_come_awake_in_order_never_late_and_while_their_window_is_open()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(Zones.Named))
        {
            for (var hours = 0; hours < 24 * 365; hours += 53)
            {
                var due = s_due.AddHours(hours);
                foreach (var (rung, days) in new[] { (Rung.ThreeDays, 3), (Rung.OneDay, 1) })
                {
                    var at = Ladder.At(rung, due, zone);
                    Assert.InRange(Instant.FromDateTimeOffset(at).InZone(zone).TimeOfDay, new LocalTime(8, 0), new LocalTime(21, 59));
                    Assert.InRange(at, Ladder.Opens(rung, due), Ladder.Closes(rung, due));
                    Assert.InRange((due.AddDays(-days) - at).TotalHours, -2, 13);
                }

                Assert.True(Ladder.At(Rung.ThreeDays, due, zone) < Ladder.At(Rung.OneDay, due, zone));
                Assert.True(Ladder.At(Rung.OneDay, due, zone) < Ladder.At(Rung.TwoHours, due, zone));
            }
        }
    }
}
