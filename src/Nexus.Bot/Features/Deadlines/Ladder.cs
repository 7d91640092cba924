using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Deadlines;

internal enum Rung
{
    ThreeDays,
    OneDay,
    TwoHours,

    /// <summary>News: it is due at another time than the person was told.</summary>
    Moved,

    /// <summary>News: it is off.</summary>
    Removed,
}

/// <summary>
/// When people are reminded of a deadline. The rungs of days come at the deadline's time of day on the person's own clock, so many
/// days before; where that is in the night (before 08:00 or after 21:00), at 21:00 of the evening before it, never later. The last
/// rung is exact.
/// </summary>
internal static class Ladder
{
    private static readonly TimeSpan LastRung = TimeSpan.FromHours(2);
    private static readonly LocalTime Morning = new(8, 0);
    private static readonly LocalTime Evening = new(21, 0);

    // What clock changes can add or take.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    // A night before, at most.
    private static readonly TimeSpan Earliest = TimeSpan.FromHours(11) + Slack;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(30);

    public static IReadOnlyList<Rung> Rungs { get; } = [Rung.ThreeDays, Rung.OneDay, Rung.TwoHours];

    public static DateTimeOffset At(Rung rung, DateTimeOffset due, DateTimeZone zone) =>
        DaysBefore(rung) is { } days ? ByDay(due, zone, days) : due - LastRung;

    /// <summary>Before it is due for anybody, whatever their zone: time to plan it.</summary>
    public static DateTimeOffset Opens(Rung rung, DateTimeOffset due) =>
        DaysBefore(rung) is { } days ? due - TimeSpan.FromDays(days) - Earliest : due - LastRung - Ahead;

    /// <summary>By then it has been due for everybody.</summary>
    public static DateTimeOffset Closes(Rung rung, DateTimeOffset due) =>
        DaysBefore(rung) is { } days ? due - TimeSpan.FromDays(days) + Slack : due - LastRung;

    /// <summary>Those still to come for somebody in this zone.</summary>
    public static IReadOnlyList<Rung> Coming(DateTimeOffset due, DateTimeOffset now, DateTimeZone zone) =>
        [.. Rungs.Where(rung => At(rung, due, zone) > now)];

    private static int? DaysBefore(Rung rung) => rung switch
    {
        Rung.ThreeDays => 3,
        Rung.OneDay => 1,
        _ => null,
    };

    private static DateTimeOffset ByDay(DateTimeOffset due, DateTimeZone zone, int days)
    {
        var local = Instant.FromDateTimeOffset(due).InZone(zone).LocalDateTime.PlusDays(-days);
        var awake = local.TimeOfDay < Morning ? local.Date.PlusDays(-1) + Evening
            : local.TimeOfDay > Evening ? local.Date + Evening
            : local;
        return Zones.Moment(awake, zone).ToDateTimeOffset().ToUniversalTime();
    }
}
