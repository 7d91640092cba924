using CsCheck;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Tests.Times;

public sealed class WhenFuzzTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 24, 14, 0, 20, TimeSpan.Zero);

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly string[] Some =
    [
        "in", "at", "today", "tomorrow", "24", "nov", "2026", "9999", "-", ":", "T", "Z", "+", "09", "00", "am", "pm", "h", "min", "weeks", ",", "and", "a",
        "999999999", ".", " ", "29", "feb", "th", "🎉", "\0", "٣", "every", "monday", "fri", "until", "times", "6", "other", "first", "last", "of the month",
        "next", "this", "week", "day", "after", "half", "quarter", "past", "to", "noon", "midnight", "morning", "night", "1st", "31st", "/", "utc", "Europe/London", "Lagos", "new york", "WAT", "fortnight",
        "except", "from", "starting", "daily", "weekdays", "end", "ago", "second", "1000", "yearly", "30 feb", "month", "year", "mondays", "tusday", "@", "'",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Some.Length - 1].Select(at => Some[at]);

    private static readonly Gen<string> Said = Gen.Int[0, WhenPhrases.Rows.Count() - 1].Select(at => WhenPhrases.Rows.ElementAt(at)[0]);

    private static readonly Gen<string> Phrases = Gen.OneOf(
        Words.Array[0, 12].Select(chosen => string.Join(' ', chosen)),
        Words.Array[0, 40].Select(string.Concat),
        Gen.Select(Said, Said).Select((one, other) => $"{one} {other}"),
        Gen.String[0, 6000]);

    [Fact]
    public void No_phrase_throws_and_whatever_is_understood_lies_ahead() => Phrases.Sample(
        phrase =>
        {
            switch (WhenReader.Read(phrase, Now, NewYork))
            {
                case WhenReading.Understood understood:
                    Assert.InRange(understood.Readings.Count, 1, 3);
                    Assert.All(understood.Readings, reading => Assert.InRange(reading.At, Now.AddSeconds(1), Now.AddDays(366)));
                    Assert.All(understood.Readings, reading => Assert.NotEmpty(reading.Words(Now) + reading.ToKeep()));
                    break;
                case WhenReading.NotUnderstood wrong:
                    Assert.InRange(wrong.Position, 0, Math.Min(phrase.Length, WhenReader.MostCharacters));
                    break;
            }
        },
        iter: 10_000);

    // Work is counted in what is allocated, which is the same on every machine.
    [Fact]
    public void No_phrase_costs_much_work()
    {
        WhenReader.Read("every monday at 9", Now, NewYork);
        Phrases.Sample(
            phrase =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                WhenReader.Read(phrase, Now, NewYork);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
            },
            iter: 10_000);
    }
}
