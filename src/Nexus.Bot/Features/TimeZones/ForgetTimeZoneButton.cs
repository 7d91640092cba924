using Nexus.Bot.Data;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.TimeZones;

/// <summary>Undo after the first choice.</summary>
internal sealed class ForgetTimeZoneButton(NexusDb db, PersonZones zones) : IButton
{
    public static ControlSpec Spec { get; } = new("timezones", "forget") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var before = await zones.OfAsync(call.User, call.GuildOrNull, ct);
        await zones.ChooseAsync(db, call.User, null, ct);
        return TimeZoneViews.ForgottenHere(
            before.IsOwn ? before.Zone : null, (await zones.OfAsync(call.User, call.GuildOrNull, ct)).Zone, call.IsDirectMessage);
    }
}
