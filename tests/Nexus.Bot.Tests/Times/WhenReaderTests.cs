using CsCheck;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

public sealed class WhenReaderTests
{
    // A Monday, 15:46 in London.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 46, 20, TimeSpan.Zero);
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("in 10 minutes", "2026-11-23 15:56:20")]
    [InlineData("10m", "2026-11-23 15:56:20")]
    [InlineData("in 2h30m", "2026-11-23 18:16:20")]
    [InlineData("In 2 hours and 30 minutes", "2026-11-23 18:16:20")]
    [InlineData("in 1 hour, 5 min", "2026-11-23 16:51:20")]
    [InlineData("in an hour", "2026-11-23 16:46:20")]
    [InlineData("3 days", "2026-11-26 15:46:20")]
    [InlineData("in a week", "2026-11-30 15:46:20")]
    [InlineData("90s", "2026-11-23 15:47:50")]
    [InlineData("21:30", "2026-11-23 21:30:00")]
    [InlineData("at 21:30", "2026-11-23 21:30:00")]
    [InlineData("9:00", "2026-11-24 09:00:00")]
    [InlineData("9am", "2026-11-24 09:00:00")]
    [InlineData("9:30 PM", "2026-11-23 21:30:00")]
    [InlineData("12am", "2026-11-24 00:00:00")]
    [InlineData("12pm tomorrow", "2026-11-24 12:00:00")]
    [InlineData("tomorrow 9:00", "2026-11-24 09:00:00")]
    [InlineData("Tomorrow at 9am", "2026-11-24 09:00:00")]
    [InlineData("09:00 tomorrow", "2026-11-24 09:00:00")]
    [InlineData("today 16:00", "2026-11-23 16:00:00")]
    [InlineData("2026-11-24 09:00", "2026-11-24 09:00:00")]
    [InlineData("2026-11-24T09:00:30", "2026-11-24 09:00:30")]
    [InlineData("2026-11-24T09:00:00Z", "2026-11-24 09:00:00")]
    [InlineData("2026-11-24T09:00:00.0000000+02:00", "2026-11-24 07:00:00")]
    [InlineData("24 Nov 09:00", "2026-11-24 09:00:00")]
    [InlineData("24 november at 9am", "2026-11-24 09:00:00")]
    [InlineData("Nov 24th, 09:00", "2026-11-24 09:00:00")]
    [InlineData("24th Nov 2026 09:00", "2026-11-24 09:00:00")]
    [InlineData("Sept 1 2027 09:00", "2027-09-01 08:00:00")]
    [InlineData("22 Nov 09:00", "2027-11-22 09:00:00")]
    public void In_London_it_is_read_as(string phrase, string utc) =>
        Assert.Equal(utc, Utc(Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London))));

    [Theory]
    [InlineData("tomorrow 9:00", "2026-11-24 14:00:00")]
    [InlineData("10:46:21", "2026-11-23 15:46:21")]
    [InlineData("10:46", "2026-11-24 15:46:00")]
    [InlineData("in 10 minutes", "2026-11-23 15:56:20")]
    [InlineData("2026-11-24T09:00:00Z", "2026-11-24 09:00:00")]
    public void In_New_York_it_is_read_as(string phrase, string utc) =>
        Assert.Equal(utc, Utc(Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, NewYork))));

    [Theory]
    [InlineData("28 March 2027 01:30", "2027-03-28 01:30:00")] // 01:00–02:00 does not exist that day: half past one is half past two
    [InlineData("28 March 2027 02:30", "2027-03-28 01:30:00")]
    [InlineData("31 October 2027 01:30", "2027-10-31 00:30:00")] // comes twice: the first
    public void A_skipped_local_time_moves_forward_and_a_doubled_one_is_the_first(string phrase, string utc) =>
        Assert.Equal(utc, Utc(Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London))));

    [Theory]
    [InlineData("today 09:00")]
    [InlineData("2026-11-23 15:46")]
    [InlineData("2025-01-01 00:00")]
    [InlineData("1066-10-14 09:00")]
    [InlineData("in 0 minutes")]
    public void What_is_over_is_past(string phrase) =>
        Assert.IsType<WhenReading.Past>(WhenReader.Read(phrase, Now, London));

    [Theory]
    [InlineData("9999-12-31 23:59")]
    [InlineData("9999-12-31T23:59:00-14:00")]
    [InlineData("2028-01-01 00:00")]
    [InlineData("in 400 days")]
    [InlineData("in 999999999 weeks")]
    public void More_than_a_year_ahead_is_too_far(string phrase) =>
        Assert.IsType<WhenReading.TooFar>(WhenReader.Read(phrase, Now, NewYork));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("24 Nov")]
    [InlineData("2026-11-24")]
    public void A_day_alone_lacks_its_time(string phrase) =>
        Assert.IsType<WhenReading.TimeMissing>(WhenReader.Read(phrase, Now, London));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("soon")]
    [InlineData("in")]
    [InlineData("in ten minutes")]
    [InlineData("10")]
    [InlineData("25:00")]
    [InlineData("9:75")]
    [InlineData("13pm")]
    [InlineData("2026-02-30 09:00")]
    [InlineData("31 Nov 09:00")]
    [InlineData("tomorrow 9:00 and then some")]
    [InlineData("99999999999999999999 minutes")]
    [InlineData("🎉")]
    public void Anything_else_is_not_understood(string phrase) =>
        Assert.IsType<WhenReading.NotUnderstood>(WhenReader.Read(phrase, Now, London));

    [Fact]
    public void No_phrase_throws_and_whatever_is_understood_lies_ahead()
    {
        string[] some = [
            "in", "at", "today", "tomorrow", "24", "nov", "2026", "9999", "-", ":", "T", "Z", "+", "09", "00", "am", "pm",
            "h", "min", "weeks", ",", "and", "a", "999999999", ".", " ", "29", "feb", "th", "🎉", "\0", "٣",
        ];
        var words = Gen.Int[0, some.Length - 1].Select(at => some[at]);
        var phrases = Gen.OneOf(words.Array[0, 12].Select(chosen => string.Join(' ', chosen)), words.Array[0, 12].Select(string.Concat), Gen.String[0, 6000]);
        phrases.Sample(phrase =>
        {
            if (WhenReader.Read(phrase, Now, NewYork) is WhenReading.Understood understood)
            {
                Assert.InRange(understood.At, Now.AddSeconds(1).AddMilliseconds(-Now.Millisecond), Now.AddDays(366));
            }
        });
    }

    private static string Utc(WhenReading.Understood understood) =>
        understood.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
