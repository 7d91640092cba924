using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>Reads a time of day: "9:00", "9", "9am", "18:30".</summary>
internal static class TipTime
{
    /// <summary>Null when it is none.</summary>
    public static LocalTime? Read(string phrase, DateTimeOffset now)
    {
        var time = phrase.Trim();
        var hour = time.Length is 1 or 2 && time.All(char.IsAsciiDigit) ? $"{time}:00" : time;
        return WhenReader.Read($"tomorrow {hour}", now, DateTimeZone.Utc) is WhenReading.Understood { Local: var local }
            ? new LocalTime(local.Hour, local.Minute)
            : null;
    }

    public static string Of(LocalTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
