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
        var typed = call.Typed.Trim();
        var reading = WhenReader.Read(typed, now, zone, DeadlineFormViews.AskedOfTimes);
        if (reading is WhenReading.Understood understood)
        {
            return [.. understood.Readings.Select(one => DeadlineFormViews.Suggestion(typed, one, now))];
        }

        IEnumerable<string> phrases = reading is WhenReading.TimeMissing ? Hours.Select(hour => $"{typed} {hour}") : Examples;
        return
        [
            .. phrases
                .Select(phrase => (Phrase: phrase, Reading: WhenReader.Read(phrase, now, zone, DeadlineFormViews.AskedOfTimes) as WhenReading.Understood))
                .Where(read => read.Reading is not null)
                .Select(read => DeadlineFormViews.Suggestion(read.Phrase, read.Reading!.Best, now)),
        ];
    }
}
