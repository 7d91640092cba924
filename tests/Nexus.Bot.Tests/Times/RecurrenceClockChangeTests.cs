using CsCheck;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

/// <summary>Repetitions across clock changes, against calendar arithmetic that knows no rules.</summary>
public sealed class RecurrenceClockChangeTests
{
    private static readonly string[] SomeZones = ["Europe/London", "America/New_York", "Africa/Casablanca", "Africa/Lagos", "Africa/Cairo", "Australia/Lord_Howe", "UTC"];

    private static readonly string[] SomeRules =
    [
        "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=SA,SU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
        "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=28",
    ];

    // Nothing is skipped or doubled at nine, so the zone's offset is all that is needed. Morocco changed around Ramadan, and for good in September 2026.
    [Theory]
    [InlineData("Europe/London", 4)]
    [InlineData("America/New_York", 4)]
    [InlineData("Africa/Casablanca", 5)]
    [InlineData("Africa/Lagos", 0)]
    public void Weekly_at_nine_stays_at_nine_for_two_years(string id, int changes)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var now = Instant.FromUtc(2024, 12, 30, 15, 0);
        var read = Assert.IsType<WhenReading.Understood>(WhenReader.Read("every Wednesday at 9am", now.ToDateTimeOffset(), zone));

        var expected = new List<Instant>();
        for (var day = new LocalDate(2025, 1, 1); day < new LocalDate(2027, 1, 1); day = day.PlusDays(7))
        {
            expected.Add(day.At(new LocalTime(9, 0)).InZoneStrictly(zone).ToInstant());
        }

        // Moved forward week by week, as the job that delivers does.
        var found = new List<Instant>();
        for (var after = now; found.Count < expected.Count; after = found[^1])
        {
            found.Add(Assert.Single(read.Best.Repeats!.Next(after, 1)).ToInstant());
        }

        Assert.Equal(expected, found);
        Assert.Equal(expected, read.Best.Repeats!.Next(now, expected.Count).Select(moment => moment.ToInstant()));
        var offsets = found.Select(zone.GetUtcOffset).ToList();
        Assert.Equal(changes, offsets.Zip(offsets.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Theory]
    [InlineData("Europe/London", 2027, 3, 28, 1, 30, "2027-03-28T01:30:00Z")] // 01:30 is 02:30 that day
    [InlineData("Europe/London", 2027, 10, 31, 1, 30, "2027-10-31T00:30:00Z")] // the first of two
    [InlineData("America/New_York", 2027, 3, 14, 2, 30, "2027-03-14T07:30:00Z")] // 03:30
    [InlineData("America/New_York", 2027, 11, 7, 1, 30, "2027-11-07T05:30:00Z")] // the first
    [InlineData("Africa/Cairo", 2027, 4, 30, 0, 30, "2027-04-29T22:30:00Z")] // 01:30
    [InlineData("Australia/Lord_Howe", 2027, 10, 3, 2, 15, "2027-10-02T15:45:00Z")] // half an hour: 02:45
    public void A_skipped_time_moves_forward_by_the_gap_and_a_doubled_one_is_the_first_and_the_next_day_is_as_ever(
        string id, int year, int month, int day, int hour, int minute, string expected)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var change = new LocalDate(year, month, day);
        var time = new LocalTime(hour, minute);
        var daily = new Recurrence("FREQ=DAILY", change.PlusDays(-2).At(time), id);

        var moments = daily.Next(change.PlusDays(-1).At(time).InZoneStrictly(zone).ToInstant(), 2);

        Assert.Equal(expected, moments[0].ToInstant().ToString());
        Assert.Equal(change.PlusDays(1).At(time).InZoneStrictly(zone), moments[1]);
    }

    [Fact]
    public void A_day_that_a_zone_leaves_out_comes_once()
    {
        // Samoa had no 30 December 2011: nine in the morning of that day is nine of the 31st.
        var daily = new Recurrence("FREQ=DAILY", new LocalDateTime(2011, 12, 28, 9, 0), "Pacific/Apia");
        var days = daily.Next(new LocalDateTime(2011, 12, 28, 10, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Pacific/Apia"]).ToInstant(), 3).Select(moment => moment.Date.Day);
        Assert.Equal([29, 31, 1], days);
    }

    [Fact]
    public void Times_only_increase_keep_the_wall_clock_and_avoid_what_is_left_out()
    {
        var recurrences =
            from zone in Gen.Int[0, SomeZones.Length - 1]
            from rule in Gen.Int[0, SomeRules.Length - 1]
            from day in Gen.Int[0, 1000]
            from minute in Gen.Int[0, (24 * 60) - 1]
            from skips in Gen.Int[0, 60].Array[0, 6]
            let start = new LocalDate(2026, 1, 1).PlusDays(day) + LocalTime.Midnight.PlusMinutes(minute)
            select new Recurrence(SomeRules[rule], start, SomeZones[zone]).Without(skips.Select(days => start.Date.PlusDays(days)));

        recurrences.Sample(
            recurrence =>
            {
                var zone = recurrence.Zone;
                var moments = recurrence.Next(Instant.FromUtc(2025, 12, 30, 0, 0), 40);
                Assert.Equal(40, moments.Count);
                Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.True(pair.First.ToInstant() < pair.Second.ToInstant()));
                Assert.All(moments, moment => Assert.DoesNotContain(Nominal(moment, recurrence), recurrence.Skips));
                Assert.All(moments, moment => Assert.True(
                    moment.TimeOfDay == recurrence.Start.TimeOfDay || zone.MapLocal(Nominal(moment, recurrence) + recurrence.Start.TimeOfDay).Count == 0));
                Assert.Equal(moments.Skip(7).Take(5), recurrence.Next(moments[6].ToInstant(), 5));
            },
            iter: 400);
    }

    // The day the rule meant: a time before midnight that is skipped may land after it.
    private static LocalDate Nominal(ZonedDateTime moment, Recurrence recurrence) =>
        moment.TimeOfDay < recurrence.Start.TimeOfDay ? moment.Date.PlusDays(-1) : moment.Date;
}
