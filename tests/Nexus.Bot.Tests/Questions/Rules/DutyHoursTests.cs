using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Questions.Rules;

public sealed class DutyHoursTests
{
    private static readonly IReadOnlySet<IsoDayOfWeek> Weekdays =
        new HashSet<IsoDayOfWeek> { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday };

    private static readonly DutyHours Office = new(Zones.Named("Africa/Nairobi"), 9 * 60, 17 * 60, Weekdays);

    // 2026-11-23 is a Monday; Nairobi is three hours ahead.
    [Theory]
    [InlineData("2026-11-23T05:59Z", false)]
    [InlineData("2026-11-23T06:00Z", true)]
    [InlineData("2026-11-23T13:59Z", true)]
    [InlineData("2026-11-23T14:00Z", false)]
    [InlineData("2026-11-22T10:00Z", false)]
    public void Hours_are_by_the_clocks_of_their_zone(string at, bool open) => Assert.Equal(open, Office.Holds(At(at)));

    [Theory]
    [InlineData("2026-11-23T20:30Z", true)]
    [InlineData("2026-11-24T01:59Z", true)]
    [InlineData("2026-11-24T02:00Z", false)]
    [InlineData("2026-11-28T01:00Z", true)]
    [InlineData("2026-11-28T22:30Z", false)]
    public void Hours_that_pass_midnight_belong_to_the_day_on_which_they_begin(string at, bool open) =>
        Assert.Equal(open, new DutyHours(DateTimeZone.Utc, 20 * 60, 2 * 60, Weekdays).Holds(At(at)));

    [Theory]
    [InlineData("2026-11-23T10:00Z", 0, "2026-11-23T10:00Z")]
    [InlineData("2026-11-23T10:00Z", 4, "2026-11-23T14:00Z")]
    [InlineData("2026-11-23T10:00Z", 5, "2026-11-24T07:00Z")]
    [InlineData("2026-11-27T13:00Z", 2, "2026-11-30T07:00Z")]
    [InlineData("2026-11-21T10:00Z", 0, "2026-11-23T06:00Z")]
    [InlineData("2026-11-23T03:00Z", 8, "2026-11-23T14:00Z")]
    [InlineData("2026-11-23T03:00Z", 80, "2026-12-04T14:00Z")]
    public void Time_passes_only_within_the_hours(string from, int hours, string until) =>
        Assert.Equal(At(until), Office.After(At(from), TimeSpan.FromHours(hours)));

    [Fact]
    public void A_clock_change_neither_loses_nor_adds_a_day()
    {
        var berlin = new DutyHours(Zones.Named("Europe/Berlin"), 9 * 60, 17 * 60, Weekdays);

        Assert.Equal(At("2026-03-30T07:00Z"), berlin.NextFrom(At("2026-03-27T18:00Z")));
        Assert.Equal(At("2026-10-26T08:00Z"), berlin.NextFrom(At("2026-10-23T18:00Z")));
    }

    [Fact]
    public void Who_has_no_day_is_never_there_and_who_is_always_there_at_once()
    {
        Assert.Null((Office with { Days = new HashSet<IsoDayOfWeek>() }).NextFrom(At("2026-11-23T10:00Z")));
        Assert.Null((Office with { Days = new HashSet<IsoDayOfWeek>() }).After(At("2026-11-23T10:00Z"), TimeSpan.Zero));
        Assert.Equal(At("2026-11-22T23:59Z"), DutyHours.Always.NextFrom(At("2026-11-22T23:59Z")));
        Assert.Equal(At("2026-11-25T00:00Z"), DutyHours.Always.After(At("2026-11-22T00:00Z"), TimeSpan.FromDays(3)));
        Assert.True(DutyHours.Waking(Zones.Named("Africa/Lagos")).Holds(At("2026-11-22T07:00Z")));
        Assert.False(DutyHours.Waking(Zones.Named("Africa/Lagos")).Holds(At("2026-11-22T06:59Z")));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
