using Nexus.Bot.Features.Shared;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Shows, while a time is typed, how it is understood in the zone of whoever types.</summary>
internal sealed class DeadlineTimes(PersonZones zones, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Examples = ["Friday 18:00", "Sunday 23:59", "in 1 week", "end of month"];
    private static readonly string[] Hours = ["23:59", "18:00", "12:00", "09:00"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone;
        var now = clock.GetUtcNow();
        return TimeAnswers.Suggest(
            call.Typed, now, zone, DeadlineFormViews.AskedOfTimes, Examples, Hours, (phrase, reading) => DeadlineFormViews.Suggestion(phrase, reading, now));
    }
}
