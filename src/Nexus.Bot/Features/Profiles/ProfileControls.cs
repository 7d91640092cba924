using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Profiles;

/// <summary>The buttons of the card that open a form; the argument says which.</summary>
internal sealed class OpenProfileFormButton(ProfileDesk desk) : IButton
{
    public const string Skills = "skills";
    public const string Interests = "interests";
    public const string About = "about";
    public const string Blocks = "blocks";
    public const string Hours = "hours";

    public static ControlSpec Spec { get; } = new("profiles", "form");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var shown = await desk.OwnAsync(call, ct);
        return call.Argument switch
        {
            Skills => ProfileFormViews.Skills(shown.Values.Skills),
            Interests => ProfileFormViews.Interests(shown.Interests),
            About => ProfileFormViews.About(shown.Values),
            Blocks => ProfileFormViews.Blocks(shown.Values.Hours ?? default),
            Hours => ProfileFormViews.Hours(shown.Values.Hours, shown.Zone.Zone),
            _ => ProfileViews.Own(shown),
        };
    }
}

/// <summary>The buttons that lead from one card to another in its place.</summary>
internal sealed class OpenProfileCardButton(ProfileDesk desk) : IButton
{
    public const string Hours = "hours";
    public const string People = "people";
    public const string All = "all";

    public static ControlSpec Spec { get; } = new("profiles", "card") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var shown = await desk.OwnAsync(call, ct);
        return call.Argument switch
        {
            Hours => ProfileHoursViews.Card(shown, ""),
            People => ProfilePeopleViews.Card(shown, ""),
            _ => ProfileViews.OwnHere(shown, ""),
        };
    }
}

/// <summary>The track; "as my roles say" takes the choice back.</summary>
internal sealed class ChooseTrackSelect(ProfileDesk desk) : ISelect
{
    public const string ByRoles = "roles";

    public static ControlSpec Spec { get; } = new("profiles", "track") { ChangesMessage = true };

    public Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var track = Enum.GetValues<Tracks>().Cast<Tracks?>().FirstOrDefault(one => call.Values is [var chosen] && ProfileWords.Of(one!.Value) == chosen);
        return desk.ChangeAsync(call, values => values with { Track = track }, ProfileViews.OwnHere, "Your track is saved.", ct);
    }
}

/// <summary>In or out of pairs, or of teams: <c>pairs.out</c>.</summary>
internal sealed class TakePartButton(ProfileDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("profiles", "part") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.Argument switch
    {
        "pairs.out" => desk.ChangeAsync(call, values => values with { IsOutOfPairs = true }, ProfileViews.OwnHere, "You are left out of pairing until you say otherwise. Nobody is told.", ct),
        "pairs.in" => desk.ChangeAsync(call, values => values with { IsOutOfPairs = false }, ProfileViews.OwnHere, "You take part in pairing again.", ct),
        "teams.out" => desk.ChangeAsync(call, values => values with { IsOutOfTeams = true }, ProfileViews.OwnHere, "You are left out when teams are made, until you say otherwise. Nobody is told.", ct),
        "teams.in" => desk.ChangeAsync(call, values => values with { IsOutOfTeams = false }, ProfileViews.OwnHere, "You take part again when teams are made.", ct),
        _ => desk.ChangeAsync(call, values => values, ProfileViews.OwnHere, "", ct),
    };
}

/// <summary>Takes the last change back, whichever part it was.</summary>
internal sealed class UndoProfileButton(ProfileBook book, ProfileDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("profiles", "undo") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var isUndone = await book.UndoAsync(call.Guild, call.User, call.Number, ct);
        return ProfileViews.OwnHere(
            await desk.OwnAsync(call, ct), isUndone ? "Your last change is undone." : "That was changed since, or undone already: this is how it is now.");
    }
}
