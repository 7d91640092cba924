using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Times;

/// <summary>
/// A recurrence as the lines DTSTART, RRULE and EXDATE (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5), but for two things that
/// are local here: UNTIL, and EXDATE, which names whole days.
/// </summary>
internal static class RecurrenceText
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static string Write(Recurrence recurrence)
    {
        var text = $"DTSTART;TZID={recurrence.ZoneId}:{Moment.Format(recurrence.Start)}\nRRULE:{recurrence.Rule}";
        return recurrence.Skips.Count == 0 ? text : $"{text}\nEXDATE;VALUE=DATE:{string.Join(',', recurrence.Skips.Order().Select(Day.Format))}";
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Recurrence Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.Split(':', 2)).ToDictionary(parts => parts[0].Split(';')[0], parts => (Name: parts[0], Value: parts[1]));
        var (start, at) = lines["DTSTART"];
        return new Recurrence(lines["RRULE"].Value, Moment.Parse(at).Value, start[(start.IndexOf('=', StringComparison.Ordinal) + 1)..])
        {
            Skips = lines.TryGetValue("EXDATE", out var skips) ? [.. skips.Value.Split(',').Select(day => Day.Parse(day).Value)] : [],
        };
    }
}
