using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.TimeZones;

/// <summary><c>/timezone set</c> stores where somebody's clock is.</summary>
internal sealed class SetTimeZoneCommand(NexusDb db, PersonZones zones, TimeProvider clock) : ICommand
{
    private const int MostGuesses = 5;

    public static CommandSpec Spec { get; } = new("timezone", "set", "Say where your clock is, so that times you type mean yours")
    {
        Options = [Option.Text("zone", "A city, a country, a name such as Africa/Accra, or UTC+1", min: 1, max: ZoneSearch.MostCharacters).SuggestedBy<ZoneNames>()],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/timezone set zone:Accra",
        Details = "It holds on every server and in direct messages, and only you see it; who has a profile shows others what time it is for them. A city is better than UTC+1: it knows when clocks change.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("zone");
        if (ZoneSearch.Meant(typed) is not { } zone)
        {
            return TimeZoneViews.Unknown(typed, ZoneSearch.Find(typed, MostGuesses), clock.GetUtcNow());
        }

        var before = await zones.OfAsync(call.User, call.GuildOrNull, ct);
        await zones.ChooseAsync(db, call.User, zone.Id, ct);
        return TimeZoneViews.Chosen(zone, before.IsOwn ? before.Zone : null, clock.GetUtcNow());
    }
}
