using System.Globalization;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>Days of the week as bits of one column; bit 0 is Monday.</summary>
internal static class WeekDays
{
    public const int Count = 7;

    private const int Every = 0b1111111;
    private const int Weekend = 0b1100000;

    public static IReadOnlyList<IsoDayOfWeek> Of(int bits) => [.. Enumerable.Range(0, Count).Where(day => (bits >> day & 1) == 1).Select(day => (IsoDayOfWeek)(day + 1))];

    /// <summary>From the values of a list of days (<c>1</c> is Monday); what is none is left out.</summary>
    public static int Of(IEnumerable<string> values) =>
        values.Aggregate(0, (bits, value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= Count ? bits | 1 << (day - 1) : bits);

    /// <summary>"every day", "Monday to Friday", "Mon, Wed, Sun".</summary>
    public static string Words(int bits) => bits switch
    {
        Every => "every day",
        QuestionSettings.WorkWeek => "Monday to Friday",
        Weekend => "at weekends",
        _ => string.Join(", ", Of(bits).Select(day => day.ToString()[..3])),
    };
}
