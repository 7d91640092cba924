using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.TimeZones;

/// <summary>One of the zones under "did you mean", and Undo after a change: for whoever presses.</summary>
internal sealed class ChooseTimeZoneButton(NexusDb db, PersonZones zones, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("timezones", "choose") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (ZoneSearch.Meant(call.Argument) is not { } zone)
        {
            return TimeZoneViews.Unknown(call.Argument, [], clock.GetUtcNow());
        }

        var before = await zones.OfAsync(call.User, call.GuildOrNull, ct);
        await zones.ChooseAsync(db, call.User, zone.Id, ct);
        return TimeZoneViews.ChosenHere(zone, before.IsOwn ? before.Zone : null, clock.GetUtcNow());
    }
}
