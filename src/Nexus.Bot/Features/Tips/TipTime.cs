using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>Reads a time of day: "9:00", "9", "9am", "18:30".</summary>
internal static class TipTime
{
    /// <summary>Null when it is none.</summary>
    public static LocalTime? Read(string phrase) =>
        WhenReader.ReadTimeOfDay(phrase) is { } time ? new LocalTime(time.Hour, time.Minute) : null;

    public static string Of(LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
