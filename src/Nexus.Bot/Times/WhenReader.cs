using NodaTime;
using NodaTime.TimeZones;

namespace Nexus.Bot.Times;

/// <summary>
/// Reads when something should happen: "in 2h30m", "21:30", "tomorrow 9:00", "24 Nov 09:00", "2026-11-24 09:00", ISO 8601.
/// A local time that a clock change skips moves forward by the gap; one that comes twice is the first.
/// </summary>
internal static class WhenReader
{
    private const int MostCharacters = 100;
    private static readonly Duration Farthest = Duration.FromDays(366);

    /// <summary>Reads a phrase as somebody in the zone means it now. Never throws.</summary>
    public static WhenReading Read(string phrase, DateTimeOffset now, DateTimeZone zone)
    {
        if (phrase.Length > MostCharacters)
        {
            return new WhenReading.NotUnderstood();
        }

        var words = new WhenWords(phrase);
        var at = Instant.FromDateTimeOffset(now);
        var local = at.InZone(zone);
        if (Relative(words) is { } seconds)
        {
            var wait = Duration.FromSeconds(Math.Min(seconds, (long)(2 * Farthest).TotalSeconds));
            return Judge((at + wait).InZone(zone), at);
        }

        return words.Rewind() && Absolute(words, local, at) is { } reading ? reading : new WhenReading.NotUnderstood();
    }

    private static WhenReading Judge(ZonedDateTime local, Instant now)
    {
        // To the second: what is shown is what happens.
        local = Instant.FromUnixTimeSeconds(local.ToInstant().ToUnixTimeSeconds()).InZone(local.Zone);
        return local.ToInstant() <= now ? new WhenReading.Past()
            : local.ToInstant() - now > Farthest ? new WhenReading.TooFar()
            : new WhenReading.Understood(local);
    }

    // "in 10 minutes", "2h30m", "an hour and 5 min"
    private static long? Relative(WhenWords words)
    {
        words.Skip("in");
        long seconds = 0;
        do
        {
            var count = words.Number() ?? (words.Skip("a") || words.Skip("an") ? 1 : null);
            if (count is not { } many || Unit(words.Word()) is not { } unit)
            {
                return null;
            }

            seconds += many * unit;
            words.Skip("and");
            words.Skip(",");
        }
        while (!words.AtEnd);

        return seconds;
    }

    private static long? Unit(string? word) => word switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "h" or "hr" or "hrs" or "hour" or "hours" => 3_600,
        "d" or "day" or "days" => 86_400,
        "w" or "wk" or "week" or "weeks" => 604_800,
        _ => null,
    };

    private static WhenReading? Absolute(WhenWords words, ZonedDateTime now, Instant instant)
    {
        var day = Day(words, now.Date);
        words.Skip(",");
        words.Skip("t");
        words.Skip("at");
        if (words.AtEnd)
        {
            return day is null ? null : new WhenReading.TimeMissing();
        }

        if (Time(words) is not { } time)
        {
            return null;
        }

        var offset = ZoneOffset(words);
        day ??= Day(words, now.Date);
        if (!words.AtEnd)
        {
            return null;
        }

        if (day is { } named)
        {
            // Far years are judged before they meet the ends of the calendar.
            if (Math.Abs(named.Date.Year - now.Year) > 2)
            {
                return named.Date.Year > now.Year ? new WhenReading.TooFar() : new WhenReading.Past();
            }

            var first = At(named.Date, time, offset, now.Zone);
            return named.YearGuessed && first.ToInstant() <= instant && Later(named.Date) is { } next
                ? Judge(At(next, time, offset, now.Zone), instant)
                : Judge(first, instant);
        }

        var today = At(now.Date, time, offset, now.Zone);
        return Judge(today.ToInstant() > instant ? today : At(now.Date.PlusDays(1), time, offset, now.Zone), instant);
    }

    private static ZonedDateTime At(LocalDate day, LocalTime time, Offset? offset, DateTimeZone zone) => offset is { } fixedOffset
        ? (day + time).WithOffset(fixedOffset).InZone(zone)
        : zone.ResolveLocal(day + time, Resolvers.LenientResolver);

    // The same day a year on, when there is one: not every year has a 29 February.
    private static LocalDate? Later(LocalDate day) => Date(day.Year + 1, day.Month, day.Day);

    private static (LocalDate Date, bool YearGuessed)? Day(WhenWords words, LocalDate today)
    {
        if (words.Skip("today"))
        {
            return (today, false);
        }

        if (words.Skip("tomorrow"))
        {
            return (today.PlusDays(1), false);
        }

        var start = words.Position;
        if ((IsoDate(words) ?? NamedDate(words, today)) is { } day)
        {
            return day;
        }

        words.Position = start;
        return null;
    }

    private static (LocalDate, bool)? IsoDate(WhenWords words)
    {
        var start = words.Position;
        if (words.Number() is { } year and >= 1000 && words.Skip("-") && words.Number() is { } month &&
            words.Skip("-") && words.Number() is { } dayOfMonth && Date(year, month, dayOfMonth) is { } date)
        {
            return (date, false);
        }

        words.Position = start;
        return null;
    }

    // "24 Nov", "Nov 24th 2026"
    private static (LocalDate, bool)? NamedDate(WhenWords words, LocalDate today)
    {
        var dayOfMonth = Ordinal(words);
        if (Month(words.Word()) is not { } month || (dayOfMonth ?? Ordinal(words)) is not { } day)
        {
            return null;
        }

        words.Skip(",");
        var start = words.Position;
        var year = words.Number();
        if (year is null or < 1000)
        {
            words.Position = start;
            year = null;
        }

        return Date(year ?? today.Year, month, day) is { } date ? (date, year is null) : null;
    }

    private static long? Ordinal(WhenWords words)
    {
        var number = words.Number();
        if (number is not null)
        {
            _ = words.Skip("st") || words.Skip("nd") || words.Skip("rd") || words.Skip("th");
        }

        return number;
    }

    private static int? Month(string? word)
    {
        ReadOnlySpan<string> names =
            ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        if (word is not { Length: >= 3 })
        {
            return null;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].StartsWith(word, StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return word == "sept" ? 9 : null;
    }

    private static LocalDate? Date(long year, long month, long day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 &&
        day <= CalendarSystem.Iso.GetDaysInMonth((int)year, (int)month)
            ? new LocalDate((int)year, (int)month, (int)day)
            : null;

    // "9:00", "09:00:30", "9am", "9:30 pm"
    private static LocalTime? Time(WhenWords words)
    {
        if (words.Number() is not { } hour)
        {
            return null;
        }

        long minute = 0, second = 0;
        var withMinutes = words.Skip(":");
        if (withMinutes && !(words.Number() is { } minutes && (minute = minutes) < 60))
        {
            return null;
        }

        if (withMinutes && words.Skip(":") && !(words.Number() is { } seconds && (second = seconds) < 60))
        {
            return null;
        }

        if (words.Skip("."))
        {
            _ = words.Number();
        }

        if (words.Skip("am") || words.Skip("pm"))
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + (words.Last == "pm" ? 12 : 0);
        }
        else if (!withMinutes)
        {
            return null;
        }

        return hour < 24 ? new LocalTime((int)hour, (int)minute, (int)second) : null;
    }

    // "Z", "+02:00", "utc"
    private static Offset? ZoneOffset(WhenWords words)
    {
        if (words.Skip("z") || words.Skip("utc"))
        {
            return Offset.Zero;
        }

        var sign = words.Skip("+") ? 1 : words.Skip("-") ? -1 : 0;
        if (sign == 0 || words.Number() is not { } hours || hours > 14 || !words.Skip(":") || words.Number() is not { } minutes || minutes > 59)
        {
            return null;
        }

        return Offset.FromSeconds(sign * (int)((hours * 3_600) + (minutes * 60)));
    }
}
