using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary><c>/team invite</c> asks somebody to come.</summary>
internal sealed class InviteCommand(TeamDesk desk, TeamAsking asking) : ICommand
{
    private const string Person = "person";
    private const string Team = "team";

    public static CommandSpec Spec { get; } = new("team", "invite", "Ask somebody to come to your team")
    {
        Options = [Option.User(Person, "Whom you want on the team"), TeamNames.Option(Team, "Which team, when you are on several").Optional()],
        Visibility = Visibility.Private,
        Example = "/team invite person:@Bo",
        Details = "They get a direct message and have three days to answer. Nobody is asked again after a no. Whoever has asked to come to you is taken in at once.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, Team, ct);
        return refusal ?? (call.UserOption(Person) is { } person
            ? await asking.InviteAsync(team!, by!, person, call.MemberOption(Person), ct)
            : InviteViews.NotInvited(team!, call.IdOf(Person) ?? default, InviteRefusal.NotHere));
    }
}

/// <summary>“Invite somebody” on a team's card: asks whom.</summary>
internal sealed class OpenInviteButton(TeamDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "invite");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, _, refusal) = await desk.ToChangeAsync(call, ct);
        return refusal ?? InviteViews.Choose(team!);
    }
}

/// <summary>Whom.</summary>
internal sealed class ChooseInviteSelect(TeamDesk desk, TeamAsking asking) : ISelect
{
    public static ControlSpec Spec { get; } = new("teams", "invited");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var resolved = call.Interaction.Data?.Resolved;
        var id = call.Ids.FirstOrDefault();
        return resolved?.Users?.GetValueOrDefault(id) is { } person
            ? await asking.InviteAsync(team!, by!, person, resolved.Members?.GetValueOrDefault(id), ct)
            : InviteViews.NotInvited(team!, id, InviteRefusal.NotHere);
    }
}
