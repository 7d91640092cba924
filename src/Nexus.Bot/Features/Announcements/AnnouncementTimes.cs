using Nexus.Bot.Features.Shared;
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
        return TimeAnswers.Suggest(call.Typed, now, zone, AnnouncementPhrases.Asked, Examples, Hours, (phrase, reading) => AnnouncementViews.Suggestion(phrase, reading, now));
    }
}
