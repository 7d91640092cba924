using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Shows, while a time is typed, how it is understood.</summary>
internal sealed class AnnouncementTimes(GuildConfigurations configurations, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Examples = ["in 10 minutes", "in 2h30m", "21:30", "tomorrow 9:00"];
    private static readonly string[] Hours = ["9:00", "12:00", "18:00"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = Zones.Named(call.GuildOrNull is { } guild ? (await configurations.OfAsync(guild, ct)).TimeZone : null);
        var now = clock.GetUtcNow();
        var typed = call.Typed.Trim();
        string[] phrases = WhenReader.Read(typed, now, zone, AnnouncementViews.AskedOfTimes) switch
        {
            WhenReading.Understood => [typed],
            WhenReading.TimeMissing => [.. Hours.Select(hour => $"{typed} {hour}")],
            _ => Examples,
        };
        return
        [
            .. phrases
                .Select(phrase => (Phrase: phrase, Reading: WhenReader.Read(phrase, now, zone, AnnouncementViews.AskedOfTimes) as WhenReading.Understood))
                .Where(read => read.Reading is not null)
                .SelectMany(read => (phrases.Length == 1 ? read.Reading!.Readings : [read.Reading!.Best]).Select(reading => AnnouncementViews.Suggestion(read.Phrase, reading, now))),
        ];
    }
}
