using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary><c>/team join</c> asks a team; who is invited, and mentors, come at once.</summary>
internal sealed class JoinCommand(TeamDesk desk, TeamAsking asking) : ICommand
{
    private const string Team = "team";

    public static CommandSpec Spec { get; } = new("team", "join", "Ask a team to take you in")
    {
        Options = [TeamNames.Option(Team, "Which team; /team list shows who looks for people")],
        Visibility = Visibility.Private,
        Example = "/team join team:3",
        Details = "Its people read that you would like to come, and one of them answers. If they have invited you, you are on it at once. Mentors come as the team's mentor.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, refusal) = await desk.OfAsync(call, Team, ct);
        return refusal ?? await asking.RequestAsync(call, team!, await desk.ActorAsync(call, team!, ct), ct);
    }
}

/// <summary>One of the team says yes to who asked.</summary>
internal sealed class AdmitButton(NexusDb db, TeamDesk desk, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "admit") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await TeamAskReference.FindAsync(db, call, ct) is not var (ask, team))
        {
            return TeamNameViews.Gone();
        }

        var by = await desk.ActorAsync(call, team, ct);
        if (!by.MayChange)
        {
            return InviteViews.NotForYou();
        }

        if (ask.Kind != TeamAskKind.Request || !ask.IsOpen(clock.GetUtcNow()) || team.Status == TeamStatus.Ended)
        {
            return InviteViews.Over(ask, team);
        }

        if (!(await life.JoinAsync(db, team, ask.PersonId, ask.Track, by.Id, isExempt: by.IsMentor, byMentor: by.ActsAsMentor, ct)).IsOn)
        {
            return JoinViews.AskerIsElsewhere(ask);
        }

        db.Add(Delivery.Plan(team.GuildId, AnswerSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(ask.PersonId), clock.GetUtcNow(), ask.Times));
        await life.SaveAsync(db, team, ct);
        return JoinViews.Admitted(ask, team);
    }
}

/// <summary>One of the team says not now.</summary>
internal sealed class RefuseButton(NexusDb db, TeamDesk desk, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "refuse") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await TeamAskReference.FindAsync(db, call, ct) is not var (ask, team))
        {
            return TeamNameViews.Gone();
        }

        if (!(await desk.ActorAsync(call, team, ct)).MayChange)
        {
            return InviteViews.NotForYou();
        }

        if (ask.Kind != TeamAskKind.Request || !ask.IsOpen(clock.GetUtcNow()) || team.Status == TeamStatus.Ended)
        {
            return InviteViews.Over(ask, team);
        }

        life.Answer(ask, TeamAskAnswer.No);
        db.Add(Delivery.Plan(team.GuildId, AnswerSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(ask.PersonId), clock.GetUtcNow(), ask.Times));
        await life.SaveAsync(db, team, ct);
        return JoinViews.Refused(ask);
    }
}
