using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>Whom somebody would like to work with (<c>prefers</c>), or rather not (<c>avoids</c>). Nobody hears of it.</summary>
internal sealed class ChoosePeopleSelect(ProfileDesk desk) : ISelect
{
    public const string Prefers = "prefers";
    public const string Avoids = "avoids";

    public static ControlSpec Spec { get; } = new("profiles", "people") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var users = call.Interaction.Data?.Resolved?.Users;
        List<Snowflake> chosen = [.. call.Ids.Where(id => id != call.User && users?.GetValueOrDefault(id) is not { Bot: true }).Distinct()];
        var note = chosen.Count == call.Values.Count ? "Saved. Nobody is told." : "Saved, without yourself and bots. Nobody is told.";
        var (liked, avoided) = (chosen.Take(ProfileValues.MostPrefers).ToList(), chosen.Take(ProfileValues.MostAvoids).ToList());
        return call.Argument switch
        {
            Prefers => await desk.ChangeAsync(
                call, values => values with { Prefers = liked, Avoids = [.. values.Avoids.Except(liked)] }, ProfilePeopleViews.Card, note, ct),
            Avoids => await desk.ChangeAsync(
                call, values => values with { Avoids = avoided, Prefers = [.. values.Prefers.Except(avoided)] }, ProfilePeopleViews.Card, note, ct),
            _ => ProfilePeopleViews.Card(await desk.OwnAsync(call, ct), ""),
        };
    }
}
