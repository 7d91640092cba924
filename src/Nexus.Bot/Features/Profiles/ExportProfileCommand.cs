using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.People;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary><c>/profile export</c>: everything one's profile keeps, as a file.</summary>
internal sealed class ExportProfileCommand(ProfileBook book, PersonZones zones, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("profile", "export", "Get everything your profile keeps, as a file")
    {
        Visibility = Visibility.Private,
        Example = "/profile export",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call.Guild, call.User, ct) is not { } profile)
        {
            return ProfileViews.NothingKept();
        }

        var zone = await zones.OfAsync(call.User, call.Guild, ct);
        var json = new JsonObject
        {
            ["server"] = call.Guild.ToString(),
            ["person"] = call.User.ToString(),
            ["exportedAt"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["changedAt"] = profile.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
            ["timeZone"] = zone.IsOwn ? zone.Zone.Id : null,
            ["profile"] = profile.Values.ToJson(),
            ["freeHoursFromMonday"] = profile.Hours is { } hours ? new JsonArray([.. WeekHours.All(hours).Select(hour => JsonValue.Create(hour))]) : null,
            ["beforeTheLastChange"] = profile.Before is { } before ? JsonNode.Parse(before) : null,
        };
        return ProfileViews.Exported(Encoding.UTF8.GetBytes(ProfileValues.Text(json)));
    }
}
