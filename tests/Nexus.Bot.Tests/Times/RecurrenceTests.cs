using System.Globalization;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

public sealed class RecurrenceTests
{
    // A Monday, 15:46 in London.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 46, 20, TimeSpan.Zero);
    private static readonly Instant Then = Instant.FromDateTimeOffset(Now);
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Theory]
    [InlineData("every Monday 9am", "FREQ=WEEKLY;BYDAY=MO", "every Monday at 09:00")]
    [InlineData("every 2 weeks on Fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Friday at 09:00")]
    [InlineData("every 2 weeks on Fri until 20 Dec", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20261220T235959", "every 2 weeks on Friday at 09:00, until 20 Dec 2026")]
    [InlineData("weekdays at 08:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday at 08:30")]
    [InlineData("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU", "every weekend at 09:00")]
    [InlineData("every 2 weeks on weekdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "every 2 weeks on weekdays at 09:00")]
    [InlineData("every Fri, Mon and Wed 18:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday at 18:00")]
    [InlineData("every other Friday at noon", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every 2 weeks on Friday at 12:00")]
    [InlineData("every weekday except Friday at 9am", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "every Monday, Tuesday, Wednesday and Thursday at 09:00")]
    [InlineData("every day", "FREQ=DAILY", "every day at 09:00")]
    [InlineData("every evening at 7", "FREQ=DAILY", "every day at 19:00")]
    [InlineData("every other day at 07:00", "FREQ=DAILY;INTERVAL=2", "every 2 days at 07:00")]
    [InlineData("every 3rd day", "FREQ=DAILY;INTERVAL=3", "every 3 days at 09:00")]
    [InlineData("every day at 9am, 6 times", "FREQ=DAILY;COUNT=6", "every day at 09:00, 6 times")]
    [InlineData("daily at 9am for 2 weeks", "FREQ=DAILY;UNTIL=20261207T235959", "every day at 09:00, until 7 Dec 2026")]
    [InlineData("every month on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1", "on the 1st of every month at 09:00")]
    [InlineData("every 3 months on the 15th", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "every 3 months on the 15th at 09:00")]
    [InlineData("the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15", "on the 1st and 15th of every month at 09:00")]
    [InlineData("end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month at 09:00")]
    [InlineData("last day of the month at 5pm", "FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month at 17:00")]
    [InlineData("first Monday of the month at 10am", "FREQ=MONTHLY;BYDAY=1MO", "on the first Monday of every month at 10:00")]
    [InlineData("last Friday of every month", "FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of every month at 09:00")]
    [InlineData("every last weekday of the month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "on the last weekday of every month at 09:00")]
    [InlineData("every 2 months on the second Tuesday", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU", "every 2 months on the second Tuesday at 09:00")]
    [InlineData("yearly on 1 Jan", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "every year on 1 January at 09:00")]
    public void A_phrase_becomes_a_rule_and_words_that_are_read_back_as_the_same_rule(string phrase, string rule, string words)
    {
        var recurrence = Read(phrase);
        Assert.Equal((rule, words), (recurrence.Rule, recurrence.Words));
        Assert.Equal(rule, Read(words).Rule);
    }

    [Theory]
    [InlineData("monthly on the 31st", "31 Dec 2026, 31 Jan 2027, 31 Mar 2027, 31 May 2027")]
    [InlineData("monthly on the 30th", "30 Nov 2026, 30 Dec 2026, 30 Jan 2027, 30 Mar 2027")]
    [InlineData("last day of every month", "30 Nov 2026, 31 Dec 2026, 31 Jan 2027, 28 Feb 2027")]
    [InlineData("every fifth Friday", "29 Jan 2027, 30 Apr 2027, 30 Jul 2027, 29 Oct 2027")]
    [InlineData("every 2 weeks on Mon and Fri 9am", "27 Nov 2026, 7 Dec 2026, 11 Dec 2026, 21 Dec 2026")]
    [InlineData("every 2 weeks on Mon and Fri 9am from 30 Nov", "30 Nov 2026, 4 Dec 2026, 14 Dec 2026, 18 Dec 2026")]
    [InlineData("every day at 9am for 3 days from 1 Dec", "1 Dec 2026, 2 Dec 2026, 3 Dec 2026")]
    [InlineData("every Friday until 4 Dec", "27 Nov 2026, 4 Dec 2026")]
    [InlineData("every Friday, 3 times", "27 Nov 2026, 4 Dec 2026, 11 Dec 2026")]
    [InlineData("every Friday at 9am except 4 Dec", "27 Nov 2026, 11 Dec 2026, 18 Dec 2026, 25 Dec 2026")]
    [InlineData("every weekday at 9am except 25 Nov, except 26 Nov", "24 Nov 2026, 27 Nov 2026, 30 Nov 2026, 1 Dec 2026")]
    [InlineData("every day at 15:30", "24 Nov 2026, 25 Nov 2026, 26 Nov 2026, 27 Nov 2026")]
    [InlineData("every day at 15:50", "23 Nov 2026, 24 Nov 2026, 25 Nov 2026, 26 Nov 2026")]
    public void The_next_dates_are(string phrase, string dates) =>
        Assert.Equal(dates, string.Join(", ", Read(phrase).Next(Then, 4).Select(moment => moment.ToString("d MMM uuuu", CultureInfo.InvariantCulture))));

    [Fact]
    public void What_is_left_out_is_said_in_words_and_does_not_come()
    {
        var recurrence = Read("every day at 9am").Without(new LocalDate(2026, 12, 25), new LocalDate(2026, 11, 24));
        Assert.Equal("every day at 09:00, except 24 Nov 2026, except 25 Dec 2026", recurrence.Words);
        Assert.Equal(new LocalDate(2026, 11, 25), recurrence.Next(Then, 1)[0].Date);
        Assert.Equal(recurrence.Skips, Read(recurrence.Words).Skips);
    }

    [Theory]
    [InlineData("every Friday until yesterday", typeof(WhenReading.Past))]
    [InlineData("every day until today at 9am", typeof(WhenReading.Past))]
    [InlineData("every 400 days", typeof(WhenReading.TooFar))]
    [InlineData("every 2 years", typeof(WhenReading.TooFar))]
    [InlineData("every 1000 months", typeof(WhenReading.TooFar))]
    [InlineData("every 29 Feb", typeof(WhenReading.TooFar))]
    [InlineData("every day from 2028-01-01", typeof(WhenReading.TooFar))]
    [InlineData("every day until 9999-12-31", typeof(WhenReading.TooFar))]
    [InlineData("every day from 9999-12-31", typeof(WhenReading.TooFar))]
    [InlineData("every minute", typeof(WhenReading.NotUnderstood))]
    [InlineData("every day Friday", typeof(WhenReading.NotUnderstood))]
    [InlineData("every 30 Feb", typeof(WhenReading.NotUnderstood))]
    [InlineData("every 32nd", typeof(WhenReading.NotUnderstood))]
    [InlineData("every 0 days", typeof(WhenReading.NotUnderstood))]
    [InlineData("every Friday 0 times", typeof(WhenReading.NotUnderstood))]
    [InlineData("every Friday 3 times until 1 Jan", typeof(WhenReading.NotUnderstood))]
    [InlineData("tomorrow until Friday", typeof(WhenReading.NotUnderstood))]
    public void What_is_no_repetition_is_refused(string phrase, Type refusal) =>
        Assert.IsType(refusal, WhenReader.Read(phrase, Now, London));

    [Fact]
    public void A_rule_that_fits_no_day_or_leaves_the_calendar_has_no_more_times()
    {
        Assert.Empty(new Recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", new LocalDateTime(2026, 1, 1, 9, 0), "Europe/London").Next(Then, 3));
        Assert.Equal(2, new Recurrence("FREQ=DAILY", new LocalDateTime(9999, 12, 25, 9, 0), "UTC").Next(Instant.FromUtc(9999, 12, 29, 12, 0), 9).Count);
    }

    private static Recurrence Read(string phrase) =>
        Assert.IsType<WhenReading.Understood>(WhenReader.Read(phrase, Now, London)).Best.Repeats!;
}
