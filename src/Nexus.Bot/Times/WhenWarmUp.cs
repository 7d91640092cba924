using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>
/// The first phrase that is read has the grammar, the calendar and the zones compiled and loaded, half a second's work on a small
/// machine: done before somebody types one.
/// </summary>
internal static class WhenWarmUp
{
    public static void Run(DateTimeOffset now)
    {
        foreach (var phrase in new[] { "in 2h30m", "tomorrow at 9am", "24 Nov 09:00", "every Monday at 9:00", "first Monday of the month at noon" })
        {
            if (WhenReader.Read(phrase, now, DateTimeZoneProviders.Tzdb["Europe/London"]) is WhenReading.Understood { Readings: var readings })
            {
                foreach (var reading in readings)
                {
                    _ = reading.Words(now) + reading.ToKeep();
                }
            }
        }

        // One with a slip in it looks everywhere.
        _ = ZoneSearch.Find("nairoby");
    }
}
