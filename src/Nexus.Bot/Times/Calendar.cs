using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Names and counts of the calendar.</summary>
internal static class Calendar
{
    public static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The day, when there is one.</summary>
    public static LocalDate? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>The last day of a month so many months on.</summary>
    public static LocalDate LastOfMonth(LocalDate day, int monthsOn = 0) => day.With(DateAdjusters.StartOfMonth).PlusMonths(monthsOn).With(DateAdjusters.EndOfMonth);

    /// <summary>The Monday of the day's week.</summary>
    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>"1st", "22nd"; "last" for -1.</summary>
    public static string Ordinal(int number) => number == -1 ? "last" : number + ((number % 100) is 11 or 12 or 13
        ? "th"
        : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
