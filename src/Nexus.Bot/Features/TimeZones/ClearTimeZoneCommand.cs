using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.TimeZones;

/// <summary><c>/timezone clear</c> takes the choice back.</summary>
internal sealed class ClearTimeZoneCommand(NexusDb db, PersonZones zones) : ICommand
{
    public static CommandSpec Spec { get; } = new("timezone", "clear", "Forget your time zone; the server's holds again")
    {
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/timezone clear",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var before = await zones.OfAsync(call.User, call.GuildOrNull, ct);
        if (!before.IsOwn)
        {
            return TimeZoneViews.NothingToForget(before.Zone, call.IsDirectMessage);
        }

        await zones.ChooseAsync(db, call.User, null, ct);
        return TimeZoneViews.Forgotten(before.Zone, (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone, call.IsDirectMessage);
    }
}
