using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The time of an announcement as it stands in a form, and back.</summary>
internal static class AnnouncementPhrases
{
    /// <summary>An announcement goes out at a time of day that somebody chose, once or again and again.</summary>
    public const WhenAsked Asked = WhenAsked.TimeOfDay;

    /// <summary>Empty for a draft without a time.</summary>
    public static string ToEdit(Announcement announcement, DateTimeZone zone) => announcement switch
    {
        { Repeats: { } repeats } => new Reading(Zones.Moment(repeats.Start, repeats.Zone).WithZone(zone), Repeats: repeats).ToKeep(),
        { DueAt: { } due } => TimeText.ToEdit(due, zone),
        _ => "",
    };

    /// <summary>Takes over what was understood.</summary>
    public static void Apply(Announcement announcement, WhenReading.Understood understood) =>
        (announcement.DueAt, announcement.Repeats) = (understood.At, understood.Best.Repeats);

    /// <summary>"90", "90 min", "1h30m", "half an hour": a length, in minutes; null for anything else.</summary>
    public static int? Minutes(string typed, DateTimeOffset now)
    {
        var words = typed.Trim();
        if (int.TryParse(words, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minutes))
        {
            return minutes;
        }

        return WhenReader.Read($"in {words}", now, DateTimeZone.Utc, WhenAsked.Once) is WhenReading.Understood { Best.TimeAssumed: false } understood
            ? (int)Math.Round((understood.At - now).TotalMinutes)
            : null;
    }
}
