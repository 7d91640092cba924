using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.TimeZones;

/// <summary><c>/timezone show</c> tells which zone holds, and what time it is there.</summary>
internal sealed class ShowTimeZoneCommand(PersonZones zones, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("timezone", "show", "See your time zone, the server's, and what time it is there")
    {
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/timezone show",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var servers = call.GuildOrNull is { } guild ? Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone) : null;
        return TimeZoneViews.Shown(await zones.OfAsync(call.User, call.GuildOrNull, ct), servers, clock.GetUtcNow());
    }
}
