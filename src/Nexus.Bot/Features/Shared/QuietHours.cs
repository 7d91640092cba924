using Nexus.Bot.Data;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Shared;

/// <summary>
/// The hours of the server's day in which nothing is announced. The one rule: what is due from their first minute on, and before
/// their end, waits for their end. Both ends are moments by <see cref="Zones.Moment"/>, so a clock change makes that night's quiet
/// hours shorter or longer but never starts them twice.
/// </summary>
/// <param name="From">Minute of the day.</param>
/// <param name="Until">Minute of the day; on the next one when it is not after <paramref name="From"/>.</param>
internal sealed record QuietHours(int From, int Until, DateTimeZone Zone)
{
    /// <summary>Null when the server has none.</summary>
    public static QuietHours? Of(GuildConfiguration configuration) =>
        configuration is { QuietFrom: { } from, QuietUntil: { } until } && from != until
            ? new QuietHours(from, until, Zones.Named(configuration.TimeZone))
            : null;

    /// <summary>"22:00 to 07:00".</summary>
    public string Words => $"{Clock(From)} to {Clock(Until)}";

    /// <summary>"07:00".</summary>
    public string End => Clock(Until);

    /// <summary>When something that is due goes out: at that very moment, or when the quiet hours it falls into end.</summary>
    public DateTimeOffset Wait(DateTimeOffset due)
    {
        var instant = Instant.FromDateTimeOffset(due);
        var today = instant.InZone(Zone).Date;
        foreach (var day in new[] { today.PlusDays(-1), today })
        {
            var end = At(From < Until ? day : day.PlusDays(1), Until);
            if (At(day, From) <= instant && instant < end)
            {
                return end.ToDateTimeOffset();
            }
        }

        return due;
    }

    private static string Clock(int minute) => TimeText.Clock(LocalTime.Midnight.PlusMinutes(minute));

    private Instant At(LocalDate day, int minute) => Zones.Moment(day + LocalTime.Midnight.PlusMinutes(minute), Zone).ToInstant();
}
