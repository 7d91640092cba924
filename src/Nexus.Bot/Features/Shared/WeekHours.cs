using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Shared;

/// <summary>Sets of hours of a week, as people put them together and as they are kept.</summary>
internal static class WeekHours
{
    public const int Weekdays = 0b0011111;
    public const int Weekend = 0b1100000;
    public const int EveryDay = 0b1111111;

    /// <summary>What is written in one column: 42 hexadecimal digits, an hour each bit, Monday's first four first.</summary>
    public const int TextLength = LocalWeek.Hours / 4;

    public static LocalWeek None => default;

    public static IEnumerable<int> All(LocalWeek week) => Enumerable.Range(0, LocalWeek.Hours).Where(hour => week[hour]);

    public static LocalWeek Union(LocalWeek one, LocalWeek other) => LocalWeek.Of(All(one).Union(All(other)));

    public static LocalWeek Without(LocalWeek week, LocalWeek other) => LocalWeek.Of(All(week).Where(hour => !other[hour]));

    /// <summary>The same hours on several days.</summary>
    /// <param name="days">Bit 0 is Monday.</param>
    /// <param name="until">Beyond 24 it goes on the next day, Sunday's on Monday.</param>
    public static LocalWeek Of(int days, int from, int until) => LocalWeek.Of(Enumerable.Range(0, 7)
        .Where(day => (days >> day & 1) != 0)
        .SelectMany(day => Enumerable.Range(from, Math.Max(0, until - from)).Select(hour => ((day * 24) + hour) % LocalWeek.Hours)));

    public static string ToText(LocalWeek week) => string.Create(TextLength, week, static (text, week) =>
    {
        for (var digit = 0; digit < text.Length; digit++)
        {
            var value = 0;
            for (var bit = 0; bit < 4; bit++)
            {
                value |= week[(4 * digit) + bit] ? 1 << bit : 0;
            }

            text[digit] = "0123456789abcdef"[value];
        }
    });

    public static LocalWeek OfText(string text) => LocalWeek.Of(text.Take(TextLength).SelectMany((digit, at) =>
        Enumerable.Range(0, 4).Where(bit => (Convert.ToInt32(digit.ToString(), 16) >> bit & 1) != 0).Select(bit => (4 * at) + bit)));
}
