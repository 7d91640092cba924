using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Times;

/// <summary>Times as text, where Discord's own timestamps cannot stand: in autocomplete lists and forms.</summary>
internal static class TimeText
{
    private static readonly ZonedDateTimePattern Full =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm", DateTimeZoneProviders.Tzdb);

    private static readonly ZonedDateTimePattern Editable =
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm", DateTimeZoneProviders.Tzdb);

    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>"Tue 24 Nov 2026, 09:00".</summary>
    public static string Of(ZonedDateTime moment) => Full.Format(moment);

    /// <summary>"09:00".</summary>
    public static string Clock(LocalTime time) => Minute.Format(time);

    /// <summary>"2026-11-24 09:00", which <see cref="WhenReader"/> reads back.</summary>
    public static string ToEdit(DateTimeOffset moment, DateTimeZone zone) =>
        Editable.Format(Instant.FromDateTimeOffset(moment).InZone(zone));

    /// <summary>"2026-11-24T09:00:00Z", which <see cref="WhenReader"/> reads back in any zone.</summary>
    public static string ToKeep(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"45 s", "12 min", "2 h 5 min", "3 d 4 h": the two largest units, rounded down.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => Units((int)span.TotalSeconds, "s", 0, ""),
        { TotalHours: < 1 } => Units(span.Minutes, "min", 0, ""),
        { TotalDays: < 1 } => Units(span.Hours, "h", span.Minutes, "min"),
        _ => Units((int)span.TotalDays, "d", span.Hours, "h"),
    };

    private static string Units(int many, string unit, int rest, string smaller) => string.Create(
        CultureInfo.InvariantCulture, $"{many} {unit}{(rest == 0 ? "" : $" {rest} {smaller}")}");
}
