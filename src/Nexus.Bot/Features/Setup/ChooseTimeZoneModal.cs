using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Setup;

/// <summary>Stores the server's time zone from <c>/nexus setup</c>; a city is enough, and an unknown one is answered with similar ones.</summary>
internal sealed class ChooseTimeZoneModal(SetupStore store) : IModal
{
    public const string ZoneField = "zone";

    private const int MostGuesses = 5;

    public static ControlSpec Spec { get; } = new("setup", "zone") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var typed = call.Text(ZoneField);
        if (ZoneSearch.Meant(typed) is not { } zone)
        {
            return SetupViews.UnknownTimeZone(typed, [.. ZoneSearch.Find(typed, MostGuesses).Select(found => found.Zone.Id)]);
        }

        var configuration = await store.OpenAsync(call.Guild, ct);
        configuration.TimeZone = zone.Id;
        await store.SaveAsync(configuration, call.User, ct);
        return SetupViews.Looking(isChange: true).Afterwards<InspectServerFollowUp>();
    }
}
