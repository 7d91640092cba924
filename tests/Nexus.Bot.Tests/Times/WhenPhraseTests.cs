using System.Globalization;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

public sealed class WhenPhraseTests
{
    public static TheoryData<string, int, string> Expected
    {
        get
        {
            var rows = new TheoryData<string, int, string>();
            foreach (var row in WhenPhrases.Rows)
            {
                for (var zone = 0; zone < WhenPhrases.Zones.Length; zone++)
                {
                    rows.Add(row[0], zone, row.Length switch
                    {
                        2 => row[1], // not understood, or past, everywhere
                        4 => row[1 + zone],
                        _ => $"{row[1]} {row[2 + zone]}",
                    });
                }
            }

            return rows;
        }
    }

    [Fact]
    public void There_are_enough_phrases_to_trust() =>
        Assert.InRange(WhenPhrases.Rows.Select(row => row[0]).Distinct().Count(), 150, int.MaxValue);

    [Theory]
    [MemberData(nameof(Expected))]
    public void It_is_read_as(string phrase, int zone, string expected) =>
        Assert.Equal(expected, Text(WhenReader.Read(phrase, WhenPhrases.Now, DateTimeZoneProviders.Tzdb[WhenPhrases.Zones[zone]])));

    // Monday 26 April 2027, 15:00 in Casablanca, 10:00 in New York, 16:00 in Cairo, where the clocks go forward on Friday at 00:00.
    [Theory]
    [InlineData("friday 00:30", "Africa/Cairo", "Fri 30 Apr 2027 01:30 +03")]
    [InlineData("every friday at 00:30", "Africa/Cairo", "every Friday at 00:30: Fri 30 Apr 2027 01:30 +03")]
    [InlineData("midnight friday", "Africa/Cairo", "Sat 1 May 2027 00:00 or Fri 30 Apr 2027 01:00 +03 +03")]
    [InlineData("28 March 2027 01:30", "Europe/London", "Past")]
    [InlineData("14 Mar 2028 02:30", "America/New_York", "Tue 14 Mar 2028 02:30 -04")]
    [InlineData("12 Mar 2028 02:30", "America/New_York", "Sun 12 Mar 2028 03:30 -04")]
    [InlineData("26 Mar 2028 01:30", "Europe/London", "Sun 26 Mar 2028 02:30 +01")]
    public void A_local_time_that_the_clocks_skip_moves_forward_by_the_gap(string phrase, string zone, string expected) =>
        Assert.Equal(expected, Text(WhenReader.Read(phrase, new DateTimeOffset(2027, 4, 26, 14, 0, 0, TimeSpan.Zero), DateTimeZoneProviders.Tzdb[zone])));

    [Fact]
    public void Every_reading_can_be_kept_in_a_suggestion_and_is_read_back_as_the_same()
    {
        foreach (var zone in WhenPhrases.Zones.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var reading in WhenPhrases.Rows.Select(row => WhenReader.Read(row[0], WhenPhrases.Now, zone)).OfType<WhenReading.Understood>().SelectMany(read => read.Readings))
            {
                var kept = reading.ToKeep();
                Assert.InRange(kept.Length, 1, WhenReader.MostCharacters);
                var again = Assert.IsType<WhenReading.Understood>(WhenReader.Read(kept, WhenPhrases.Now, zone));
                Assert.Equal((kept, reading.At, reading.Repeats?.Words), (kept, again.At, again.Best.Repeats?.Words));
                Assert.Single(again.Readings);
            }
        }
    }

    private static string Text(WhenReading reading) => reading is WhenReading.Understood understood
        ? $"{string.Join(" or ", understood.Readings.Select(Text))} {string.Join(' ', understood.Readings.Select(one => Format(one, "o<g>")))}"
        : reading.GetType().Name;

    private static string Text(Reading reading) =>
        (reading.Repeats is null ? "" : reading.Repeats.Words + ": ")
        + Format(reading, reading.Local.Year == 2026 ? "ddd d MMM" : "ddd d MMM uuuu")
        + (reading.TimeAssumed ? " ~" : " ")
        + Format(reading, reading.Local.Second == 0 ? "HH:mm" : "HH:mm:ss")
        + (reading.Note is null ? "" : $" [{reading.Note}]");

    private static string Format(Reading reading, string pattern) => reading.Local.ToString(pattern, CultureInfo.InvariantCulture);
}
