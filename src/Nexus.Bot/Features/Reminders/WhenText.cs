using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A time as it was understood: the phrase, its readings, and in whose zone.</summary>
/// <param name="IsOwnZone">The person chose it; else it is the server's.</param>
internal sealed record HeardTime(string Phrase, WhenReading.Understood Reading, DateTimeZone Zone, bool IsOwnZone)
{
    /// <summary>It had another time before, which no Undo brings back.</summary>
    public bool IsEdit { get; init; }
}

/// <summary>Times that people typed, as text that reads back the same.</summary>
internal static class WhenText
{
    /// <summary>
    /// A reading for an autocomplete list or a custom id. What depends on the clock on the wall stays so ("2026-11-24 09:00"), which
    /// tells later whether it mattered in which zone it was read.
    /// </summary>
    public static string ToKeep(Reading reading, string phrase, DateTimeOffset now)
    {
        if (reading.Repeats is null && DependsOnClock(phrase, reading, now) && reading.Local.Second == 0)
        {
            var local = TimeText.ToEdit(reading.At, reading.Local.Zone);
            if (WhenReader.Read(local, now, reading.Local.Zone) is WhenReading.Understood again && again.At == reading.At)
            {
                return local;
            }
        }

        return reading.ToKeep();
    }

    /// <summary>False for "in 20 minutes", which is the same moment wherever it is said.</summary>
    public static bool DependsOnClock(string phrase, Reading reading, DateTimeOffset now)
    {
        var offset = reading.Local.Offset;
        var elsewhere = DateTimeZone.ForOffset(offset + Offset.FromHours(offset > Offset.Zero ? -5 : 5));
        return WhenReader.Read(phrase, now, elsewhere) is not WhenReading.Understood other || other.At != reading.At;
    }

    /// <summary>The next time of a reminder for a form, which <see cref="WhenReader"/> reads back.</summary>
    public static string ToEdit(ReminderEntry entry, DateTimeZone zone)
    {
        if (entry.Next is not { } next)
        {
            return "";
        }

        var local = Instant.FromDateTimeOffset(next.DueAt).InZone(zone);
        var text = entry is { Reminder.Repeats: { } series, IsSnoozed: false }
            ? new Reading(local, Repeats: series).ToKeep()
            : TimeText.ToEdit(next.DueAt, zone);
        return text.Length <= WhenReader.MostCharacters ? text : "";
    }

    /// <summary>A series in words, without the days that were skipped.</summary>
    public static string Rule(Recurrence series) => (series with { Skips = [] }).Words;
}
