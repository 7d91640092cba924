using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Tips;

/// <summary>Shows, while a time of day is typed, how it is understood.</summary>
internal sealed class TipTimes(GuildConfigurations configurations) : IAutocomplete
{
    private static readonly string[] Usual = ["08:00", "09:00", "12:00", "18:00"];

    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(AutocompleteCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return [];
        }

        var zone = Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);
        return [.. (TipTime.Read(call.Typed) is { } typed ? [TipTime.Of(typed)] : Usual).Select(time => TipViews.Suggestion(time, zone))];
    }
}
