using System.Globalization;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Ideas.Settings;

internal enum LimitsWrong
{
    /// <summary>The first day is no day that can be read.</summary>
    Start,

    /// <summary>It lies more than a year off.</summary>
    StartTooFar,
    Quiet,
    Places,
    Votes,
}

/// <summary>What was typed into the form of numbers and dates.</summary>
/// <param name="Wrong">The first that cannot be; then nothing of it holds.</param>
internal sealed record IdeaLimits(LimitsWrong? Wrong, LocalDate? Start, int QuietWeeks, int? MostPlaces, int? MostOpenVotes)
{
    public const int MostQuietWeeks = 26;
    public const int MostOfPlaces = 20;
    public const int MostOfVotes = 100;

    // A day without its year is meant to be near: a cohort has begun rather than begins so late.
    private static readonly Period FarAhead = Period.FromDays(240);

    public static IdeaLimits Read(string start, string quiet, string places, string votes, LocalDate today, DateTimeZone zone)
    {
        var (day, dayIsWrong) = string.IsNullOrWhiteSpace(start) ? (null, (LimitsWrong?)null) : Day(start.Trim(), today, zone);
        var weeks = Number(quiet, MostQuietWeeks, isOptional: false, out var weeksAreRight);
        var most = Number(places, MostOfPlaces, isOptional: true, out var placesAreRight);
        var open = Number(votes, MostOfVotes, isOptional: true, out var votesAreRight);
        var wrong = dayIsWrong ?? (!weeksAreRight ? LimitsWrong.Quiet : !placesAreRight ? LimitsWrong.Places : !votesAreRight ? LimitsWrong.Votes : null);
        return new IdeaLimits(wrong, day, weeks ?? 0, most, open);
    }

    // The grammar of times looks ahead, and a cohort may have begun: what is over, or far off, is read as it was meant a year ago.
    private static (LocalDate? Day, LimitsWrong? Wrong) Day(string typed, LocalDate today, DateTimeZone zone)
    {
        var reading = Read(today);
        if (reading is WhenReading.Understood { Best.Local.Date: var ahead } && ahead <= today + FarAhead)
        {
            return (ahead, null);
        }

        return (reading, Read(today.PlusYears(-1))) switch
        {
            (WhenReading.Understood or WhenReading.Past, WhenReading.Understood { Best.Local.Date: var before }) => (before, null),
            (WhenReading.Understood { Best.Local.Date: var later }, _) => (later, null),
            (WhenReading.TooFar or WhenReading.Past, _) => (null, LimitsWrong.StartTooFar),
            _ => (null, LimitsWrong.Start),
        };

        WhenReading Read(LocalDate from) => WhenReader.Read(typed, zone.AtStartOfDay(from).ToDateTimeOffset(), zone, WhenAsked.Once);
    }

    private static int? Number(string typed, int most, bool isOptional, out bool isRight)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            isRight = isOptional;
            return null;
        }

        isRight = int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;
        return isRight ? number : null;
    }
}
