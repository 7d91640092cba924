using System.Globalization;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Shared;

/// <summary>Hours of a week in words: "weekday evenings, Sat 10–14". <see cref="WeekReader"/> reads exactly these hours back.</summary>
internal static class WeekWords
{
    public const string Nothing = "no time";

    internal static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    internal static readonly (string Name, int From, int Until)[] Parts = [("mornings", 8, 12), ("afternoons", 12, 18), ("evenings", 18, 22)];

    public static string Of(LocalWeek week)
    {
        var items = Runs(week)
            .GroupBy(run => (run.From, run.Until), run => run.Day)
            .Select(run => (run.Key.From, run.Key.Until, Days: run.Aggregate(0, (days, day) => days | (1 << day))))
            .OrderBy(item => int.TrailingZeroCount(item.Days)).ThenBy(item => item.From)
            .Select(item => Item(item.Days, item.From, item.Until))
            .ToList();
        return items.Count == 0 ? Nothing : string.Join(", ", items);
    }

    private static IEnumerable<(int Day, int From, int Until)> Runs(LocalWeek week)
    {
        for (var day = 0; day < 7; day++)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                var from = hour;
                while (hour < 24 && week[(24 * day) + hour])
                {
                    hour++;
                }

                if (hour > from)
                {
                    yield return (day, from, hour);
                }
            }
        }
    }

    private static string Item(int days, int from, int until) => (days, from, until, Array.Find(Parts, part => (part.From, part.Until) == (from, until)).Name) switch
    {
        (WeekHours.EveryDay, 0, 24, _) => "any time",
        (_, 0, 24, _) => $"{DaysOf(days)} all day",
        (WeekHours.Weekdays, _, _, { } part) => $"weekday {part}",
        (WeekHours.Weekend, _, _, { } part) => $"weekend {part}",
        (WeekHours.EveryDay, _, _, { } part) => $"{part} every day",
        (_, _, _, { } part) => $"{DaysOf(days)} {part}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{DaysOf(days)} {from:00}–{until:00}"),
    };

    private static string DaysOf(int days)
    {
        switch (days)
        {
            case WeekHours.EveryDay:
                return "every day";
            case WeekHours.Weekdays:
                return "weekdays";
            case WeekHours.Weekend:
                return "weekends";
        }

        var ranges = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            var first = day;
            while (day < 7 && (days >> day & 1) != 0)
            {
                day++;
            }

            switch (day - first)
            {
                case > 2:
                    ranges.Add($"{Days[first]}–{Days[day - 1]}");
                    break;
                case > 0:
                    ranges.AddRange(Days[first..day]);
                    break;
            }
        }

        return string.Join(", ", ranges);
    }
}
