using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>One way to understand a phrase.</summary>
/// <param name="Local">When, or when first, in the zone of the person who said it.</param>
/// <param name="TimeAssumed">Nobody said a time of day: 09:00, or what the part of the day stands for.</param>
/// <param name="Note">What else was decided for the person: "day first".</param>
internal sealed record Reading(ZonedDateTime Local, bool TimeAssumed = false, string? Note = null, Recurrence? Repeats = null)
{
    public DateTimeOffset At => Local.ToDateTimeOffset().ToUniversalTime();

    /// <summary>"Tue 24 Nov 2026, 09:00 (in 14 h)"; of a repetition "every Friday at 09:00, first Fri 27 Nov 2026, 09:00 (in 3 d)".</summary>
    public string Words(DateTimeOffset now)
    {
        string?[] asides = [$"in {TimeText.Of(At - now)}", Note, TimeAssumed ? "time assumed" : null];
        var rule = Repeats is null ? "" : $"{(IsElsewhere ? RecurrenceWords.WithZone(Repeats) : Repeats.Words)}, first ";
        return $"{rule}{TimeText.Of(Local)} ({string.Join("; ", asides.Where(aside => aside is not null))})";
    }

    /// <summary>The same, for <see cref="WhenReader"/> to read back in the same zone.</summary>
    public string ToKeep() => Repeats is null ? TimeText.ToKeep(At) : RecurrenceWords.ToKeep(Repeats, IsElsewhere);

    private bool IsElsewhere => Repeats is not null && Repeats.ZoneId != Local.Zone.Id;
}
