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
    [InlineData("next week")]
    [InlineData("a week from Friday")]
    [InlineData("in 2 weeks on Friday")]
    public void A_day_alone_lacks_its_time_where_one_is_asked_for(string phrase)
    {
        Assert.IsType<WhenReading.TimeMissing>(WhenReader.Read(phrase, Now, London, WhenAsked.TimeOfDay));
        Assert.True(Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London)).Best.TimeAssumed);
    }

    [Theory]
    [InlineData("every Monday at 9am")]
    [InlineData("first Monday of the month")]
    public void A_repetition_is_refused_where_a_single_time_is_asked_for(string phrase) =>
        Assert.IsType<WhenReading.Repeats>(WhenReader.Read(phrase, Now, London, WhenAsked.Once));

    [Theory]
    [InlineData("tomorrow 9am", "Tue 24 Nov 2026, 09:00 (in 17 h 13 min)")]
    [InlineData("tomorrow", "Tue 24 Nov 2026, 09:00 (in 17 h 13 min; time assumed)")]
    [InlineData("tomorrow at", "Tue 24 Nov 2026, 09:00 (in 17 h 13 min; time assumed)")]
    [InlineData("3/4 9am", "Sat 3 Apr 2027, 09:00 (in 130 d 16 h; day first)")]
    [InlineData("Wed 24 Nov 2026 9am", "Tue 24 Nov 2026, 09:00 (in 17 h 13 min; a Tuesday, not a Wednesday)")]
    [InlineData("every 2 weeks on Fri until 20 Dec", "every 2 weeks on Friday at 09:00, until 20 Dec 2026, first Fri 27 Nov 2026, 09:00 (in 3 d 17 h; time assumed)")]
    [InlineData("monthly on the 31st 9am", "on the 31st of every month at 09:00, first Thu 31 Dec 2026, 09:00 (in 37 d 17 h; months without a 31st are left out)")]
    [InlineData("mondays 9am Africa/Lagos", "every Monday at 09:00 Africa/Lagos, first Mon 30 Nov 2026, 08:00 (in 6 d 16 h)")]
    public void A_reading_says_what_was_decided_for_the_person(string phrase, string words) =>
        Assert.Equal(words, Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London)).Best.Words(Now));

    [Theory]
    [InlineData("wensday", "Wed")]
    [InlineData("teusday", "Tue")]
    [InlineData("saterday", "Sat")]
    [InlineData("firday", "Fri")]
    [InlineData("mondy", "Mon")]
    [InlineData("evry tuesday", "Tue")]
    [InlineData("5 agust", "Thu")]
    [InlineData("3 feburary", "Wed")]
    [InlineData("2 novemeber", "Tue")]
    [InlineData("dec 25", "Fri")]
    [InlineData("25 decmber", "Fri")]
    [InlineData("tommorow", "Tue")]
    [InlineData("tomorow", "Tue")]
    [InlineData("in 2 weaks", "Mon")]
    [InlineData("in 900 mintues", "Tue")]
    public void A_slip_of_the_pen_is_understood(string phrase, string day) =>
        Assert.StartsWith(day, TimeText.Of(Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London)).Best.Local), StringComparison.Ordinal);

    [Theory]
    [InlineData("match 9")]
    [InlineData("nice tomorrow")]
    [InlineData("form friday")]
    [InlineData("tell friday")]
    public void A_word_of_its_own_is_no_typo(string phrase) =>
        Assert.IsType<WhenReading.NotUnderstood>(WhenReader.Read(phrase, Now, London));

    [Theory]
    [InlineData("tomorrow at 9 CET", "CET")]
    [InlineData("banana 9:00", "banana")]
    [InlineData("tomorrow 25:00", "25:00")]
    [InlineData("9am tomorrow friday", "friday")]
    [InlineData("every banana", "banana")]
    public void What_cannot_be_read_is_pointed_at(string phrase, string from) =>
        Assert.StartsWith(from, phrase[Assert.IsType<WhenReading.NotUnderstood>(WhenReader.Read(phrase, Now, London)).Position..], StringComparison.Ordinal);

    [Theory]
    [InlineData("9", "09:00")]
    [InlineData(" 3 ", "03:00")]
    [InlineData("3:30", "03:30")]
    [InlineData("18:30", "18:30")]
    [InlineData("at 9pm", "21:00")]
    [InlineData("noon", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("half past 8", "08:30")]
    [InlineData("tomorrow 9:00", null)]
    [InlineData("9am 9am", null)]
    [InlineData("25:00", null)]
    [InlineData("banana", null)]
    [InlineData("", null)]
    public void A_time_of_day_alone_is_read_as_the_clock_has_it(string phrase, string? time) =>
        Assert.Equal(time, WhenReader.ReadTimeOfDay(phrase)?.ToString("HH:mm", null));

    [Fact]
    public void The_examples_work_whenever_they_are_said()
    {
        for (var hour = 0; hour < 366 * 24; hour += 5)
        {
            var now = Now.AddHours(hour);
            Assert.All(WhenReading.NotUnderstood.Examples, example => Assert.IsType<WhenReading.Understood>(WhenReader.Read(example, now, NewYork, WhenAsked.TimeOfDay | WhenAsked.Once)));
            Assert.All(WhenReading.NotUnderstood.RepeatingExamples, example => Assert.IsType<WhenReading.Understood>(WhenReader.Read(example, now, London)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("soon")]
    [InlineData("in")]
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

    private static string Utc(WhenReading.Understood understood) =>
        understood.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
