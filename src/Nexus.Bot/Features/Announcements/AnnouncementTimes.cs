using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Shows, while a time is typed, how it is understood.</summary>
internal sealed class AnnouncementTimes(AnnouncementDesk desk, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Examples = ["in 10 minutes", "in 2h30m", "21:30", "tomorrow 9:00", "every Monday at 9am"];
    private static readonly string[] Hours = ["9:00", "12:00", "18:00"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = call.GuildOrNull is { } guild ? await desk.ZoneAsync(guild, ct) : Zones.Named(null);
        var now = clock.GetUtcNow();
        var typed = call.Typed.Trim();
        string[] phrases = WhenReader.Read(typed, now, zone, AnnouncementPhrases.Asked) switch
        {
            WhenReading.Understood => [typed],
            WhenReading.TimeMissing => [.. Hours.Select(hour => $"{typed} {hour}")],
            _ => Examples,
        };
        return
        [
            .. phrases
                .Select(phrase => (Phrase: phrase, Reading: WhenReader.Read(phrase, now, zone, AnnouncementPhrases.Asked) as WhenReading.Understood))
                .Where(read => read.Reading is not null)
                .SelectMany(read => (phrases.Length == 1 ? read.Reading!.Readings : [read.Reading!.Best]).Select(reading => AnnouncementViews.Suggestion(read.Phrase, reading, now))),
        ];
    }
}
