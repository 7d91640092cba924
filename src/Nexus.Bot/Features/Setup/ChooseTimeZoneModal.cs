using Nexus.Bot.Routing;
using NodaTime;

namespace Nexus.Bot.Features.Setup;

/// <summary>Stores the server's time zone from <c>/nexus setup</c>; a city is enough, and an unknown one is answered with similar ones.</summary>
internal sealed class ChooseTimeZoneModal(SetupStore store) : IModal
{
    public const string ZoneField = "zone";

    public static ControlSpec Spec { get; } = new("setup", "zone") { Audience = Audience.Admins, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var typed = Md.Line(call.Text(ZoneField)).Replace(' ', '_');
        var zones = DateTimeZoneProviders.Tzdb.Ids;
        var exact = zones.Where(zone => IsCalled(zone, typed)).ToList();
        if (exact is not [var only])
        {
            var like = exact.Count > 1 ? exact : [.. zones.Where(zone => typed.Length >= 3 && zone.Contains(typed, StringComparison.OrdinalIgnoreCase))];
            return SetupViews.UnknownTimeZone(call.Text(ZoneField), [.. like.Take(5)]);
        }

        var configuration = await store.OpenAsync(call.Guild, ct);
        configuration.TimeZone = only;
        await store.SaveAsync(configuration, call.User, ct);
        return SetupViews.Looking(isChange: true).Afterwards<InspectServerFollowUp>();
    }

    private static bool IsCalled(string zone, string typed) =>
        zone.Equals(typed, StringComparison.OrdinalIgnoreCase)
        || (zone.Contains('/') && zone[(zone.LastIndexOf('/') + 1)..].Equals(typed, StringComparison.OrdinalIgnoreCase));
}
