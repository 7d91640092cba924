using System.Globalization;
using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Times;

/// <summary>A recurrence in words that <see cref="WhenReader"/> reads back.</summary>
internal static class RecurrenceWords
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu");
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern Second = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary>"every 2 weeks on Friday at 09:00, until 20 Dec 2026".</summary>
    public static string Of(Recurrence recurrence) =>
        Of(new RecurrenceRule(recurrence.Rule), recurrence.Start, "", brief: false) + Excepted(recurrence);

    /// <summary>Likewise, with the zone beside the time: "every Friday at 09:00 Europe/London".</summary>
    public static string WithZone(Recurrence recurrence) =>
        Of(new RecurrenceRule(recurrence.Rule), recurrence.Start, " " + recurrence.ZoneId, brief: false) + Excepted(recurrence);

    /// <summary>The same, shorter, with seconds, which leave no doubt of the half of the day, and the day it starts from, which decides which week is the second.</summary>
    public static string ToKeep(Recurrence recurrence, bool withZone) =>
        $"{Of(new RecurrenceRule(recurrence.Rule), recurrence.Start, withZone ? " " + recurrence.ZoneId : "", brief: true)}, from {Day.Format(recurrence.Start.Date)}{Excepted(recurrence)}";

    private static string Excepted(Recurrence recurrence) =>
        string.Concat(recurrence.Skips.Where(day => day >= recurrence.Start.Date).Select(day => ", except " + Day.Format(day)));

    private static string Of(RecurrenceRule rule, LocalDateTime start, string zone, bool brief)
    {
        var words = rule.Frequency switch
        {
            FrequencyType.Daily => Every(rule.Interval, "day"),
            FrequencyType.Weekly => Weekly(rule, brief),
            FrequencyType.Monthly => rule.Interval == 1 ? $"on the {InMonth(rule)} of every month" : $"{Every(rule.Interval, "month")} on the {InMonth(rule)}",
            _ => $"{Every(rule.Interval, "year")} on {rule.ByMonthDay[0]} {Calendar.Months[rule.ByMonth[0] - 1]}",
        };
        words += " at " + (start.Second == 0 && !brief ? Minute : Second).Format(start.TimeOfDay) + zone;
        return rule switch
        {
            { Until: { } until } => $"{words}, until {Day.Format(LocalDate.FromDateTime(until.Value))}",
            { Count: { } count } => $"{words}, {count} times",
            _ => words,
        };
    }

    private static string Every(int interval, string unit) =>
        interval == 1 ? $"every {unit}" : string.Create(CultureInfo.InvariantCulture, $"every {interval} {unit}s");

    private static string Weekly(RecurrenceRule rule, bool brief)
    {
        var days = rule.ByDay.Select(day => NodaTime.Extensions.DayOfWeekExtensions.ToIsoDayOfWeek(day.DayOfWeek)).Order().ToList();
        var named = days.SequenceEqual(Times.Weekly.WorkingDays) ? "weekday"
            : days.SequenceEqual(Times.Weekly.Weekend) ? "weekend"
            : brief ? string.Join(' ', days.Select(day => day.ToString()[..3]))
            : Listed([.. days.Select(day => day.ToString())]);
        return rule.Interval == 1 ? $"every {named}" : $"every {rule.Interval} weeks on {(named is "weekday" or "weekend" ? named + "s" : named)}";
    }

    private static string InMonth(RecurrenceRule rule)
    {
        if (rule.ByDay.Count == 0)
        {
            return Listed([.. rule.ByMonthDay.Select(day => day == -1 ? "last day" : Calendar.Ordinal(day))]);
        }

        var at = rule.BySetPosition.Count > 0 ? rule.BySetPosition[0] : rule.ByDay[0].Offset ?? 1;
        string[] spelled = ["first", "second", "third", "fourth", "fifth"];
        return $"{(at == -1 ? "last" : spelled[at - 1])} {(rule.ByDay.Count > 1 ? "weekday" : rule.ByDay[0].DayOfWeek.ToString())}";
    }

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
