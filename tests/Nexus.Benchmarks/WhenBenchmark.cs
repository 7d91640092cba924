using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Benchmarks;

/// <summary>How long a phrase takes to be read: what people type, and the worst that fits into a hundred characters.</summary>
internal sealed class WhenBenchmark(int rounds)
{
    // The machine takes the processor away now and then; it does not do so three times in a row for the same phrase.
    private const int InARow = 3;

    private static readonly string[] People =
    [
        "in 20 min", "2h30m", "3 days", "a week", "half an hour", "in an hour and a half", "a couple of days", "today", "tonight at 9", "tomorrow", "tomorow 9am",
        "day after tomorrow at noon", "teusday", "next friday at 3pm", "this monday", "at 9", "9am", "9 a.m.", "21:30", "0900", "9h30", "noon", "midnight",
        "quarter past nine", "half past 8 pm", "24 Nov", "Nov 24th 2026 9:00", "24/11/2026", "03/04 at 9", "2026-11-24T09:00:00Z", "9am Europe/London",
        "end of the month", "next week", "in the morning", "Tue 24 Nov 2026, 09:00", "12.11 at 9.30", "please remind me on the 24th of november around half past nine",
        "soon", "banana at 9", "tomorrow at 9 CET",
    ];

    private static readonly string[] Repeating =
    [
        "every Monday 9am", "every 2 weeks on Fri", "weekdays at 8:30", "every month on the 1st", "first Monday of the month at 10", "last Friday of every month",
        "every other day at 7", "every Mon, Wed and Fri 18:00", "monthly on the 31st", "every weekday until 20 Dec", "every day at 9am, 6 times", "yearly on 1 Jan",
        "every second Friday", "every 2 weeks on Mon and Fri 9am from 2 Dec", "every day at 9am except 25 Dec, except 26 Dec",
    ];

    private static readonly string[] Hostile = [.. Worst(new Random(1))];

    public WhenReport Run()
    {
        var now = new DateTimeOffset(2026, 11, 23, 15, 46, 20, TimeSpan.Zero);
        var zone = DateTimeZoneProviders.Tzdb["Europe/London"];
        var clock = Stopwatch.StartNew();
        WhenReader.Read(Repeating[0], now, zone);
        var cold = clock.Elapsed.TotalMilliseconds;

        return new WhenReport(Environment.ProcessorCount, Math.Round(cold, 1), [Line("people", People), Line("repeating", Repeating), Line("hostile", Hostile)]);

        WhenLine Line(string name, string[] phrases)
        {
            for (var warm = 0; warm < 100; warm++)
            {
                Array.ForEach(phrases, phrase => WhenReader.Read(phrase, now, zone));
            }

            var samples = new List<(double Milliseconds, string Phrase)>(phrases.Length * rounds);
            var disturbed = 0.0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var phrase in phrases)
                {
                    var fastest = double.MaxValue;
                    for (var again = 0; again < InARow; again++)
                    {
                        var start = Stopwatch.GetTimestamp();
                        WhenReader.Read(phrase, now, zone);
                        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                        (fastest, disturbed) = (Math.Min(fastest, took), Math.Max(disturbed, took));
                    }

                    samples.Add((fastest, phrase));
                }
            }

            var kilobytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0 / samples.Count / InARow;
            var slowest = samples.GroupBy(sample => sample.Phrase).Select(group => (Phrase: group.Key, Median: group.Select(sample => sample.Milliseconds).Order().ElementAt(group.Count() / 2))).MaxBy(one => one.Median);
            return new WhenLine(name, phrases.Length, Latencies.Of(samples.Select(sample => sample.Milliseconds)), Math.Round(disturbed, 3), Math.Round(kilobytes, 1), slowest.Phrase, Math.Round(slowest.Median, 3));
        }
    }

    // Long runs of everything the grammar knows, alone and mixed, with and without typos.
    private static IEnumerable<string> Worst(Random random)
    {
        string[] words =
        [
            "every", "monday", "tuesdya", "novmeber", "24", "9:00", "at", "until", "except", "half", "quarter", "past", "to", "in", "2h", "30", "first", "last", "month",
            "week", "next", "this", "and", "1st", "31st", "12.11", "/", "-", "+", "noon", "morning", "6", "times", "from", "utc", "Europe/London", "a", "second", "end",
        ];
        foreach (var word in words)
        {
            yield return Cut(string.Join(' ', Enumerable.Repeat(word, 60)));
            yield return Cut("every day at 9am " + string.Join(' ', Enumerable.Repeat("except " + word, 30)));
        }

        for (var i = 0; i < 400; i++)
        {
            yield return Cut(string.Join(i % 2 == 0 ? " " : "", Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)])));
        }

        yield return Cut("every day at 9am" + string.Concat(Enumerable.Range(1, 12).Select(day => string.Create(CultureInfo.InvariantCulture, $" except {day} Dec"))));
        yield return "every 999 months on the 31st";
        yield return "every day until 2090-01-01";
        yield return "every fifth monday 1000 times";
    }

    private static string Cut(string phrase) => phrase.Length > WhenReader.MostCharacters ? phrase[..WhenReader.MostCharacters] : phrase;
}
