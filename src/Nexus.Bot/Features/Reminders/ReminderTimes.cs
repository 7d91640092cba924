using Nexus.Bot.Features.Shared;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Shows, while a time is typed, how it is understood by the person's clock.</summary>
internal sealed class ReminderTimes(PersonZones zones, TimeProvider clock) : IAutocomplete
{
    private static readonly string[] Examples = ["in 20 minutes", "in 2 hours", "tonight", "tomorrow 9:00", "every Monday at 9:00"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        var zone = await zones.OfAsync(call.User, call.GuildOrNull, ct);
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)); // "in 20 min" is not "in 19 min" to its reader
        return TimeAnswers.Suggest(
            call.Typed, now, zone.Zone, WhenAsked.Anything, Examples, [], (phrase, reading) => ReminderListViews.Suggestion(phrase, reading, now, zone.IsOwn));
    }
}
