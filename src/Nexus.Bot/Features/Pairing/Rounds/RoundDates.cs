using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>When rounds come: by the rule, and not in the quiet hours.</summary>
internal static class RoundDates
{
    /// <summary>Two people need some days to find an hour.</summary>
    public static readonly TimeSpan LeastApart = TimeSpan.FromDays(3);

    /// <summary>The next one after a moment; those that were missed are not made up for. Null when there is none.</summary>
    public static DateTimeOffset? After(Recurrence? repeats, QuietHours? quiet, DateTimeOffset now) => repeats is null
        ? null
        : repeats.Next(Instant.FromDateTimeOffset(now), 2).Select(time => time.ToDateTimeOffset().ToUniversalTime()).Select(due => quiet?.Wait(due) ?? due).FirstOrDefault(due => due > now) is var next && next == default
            ? null
            : next;

    /// <summary>Whether rounds would come so often that one begins while two still look for an hour.</summary>
    public static bool AreTooClose(Recurrence repeats, DateTimeOffset now) =>
        repeats.Next(Instant.FromDateTimeOffset(now), 8) is { Count: > 1 } times && times.Zip(times.Skip(1)).Any(two => (two.Second.ToInstant() - two.First.ToInstant()).ToTimeSpan() < LeastApart);
}
