using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>Who is invited comes; also after a no, while the invitation holds.</summary>
internal sealed class AcceptInvitationButton(NexusDb db, TeamAsking asking, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "accept") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await TeamAskReference.FindAsync(db, call, ct) is not var (ask, team))
        {
            return TeamNameViews.Gone();
        }

        if (ask.PersonId != call.User)
        {
            return InviteViews.NotForYou();
        }

        var holds = ask is { Kind: TeamAskKind.Invitation, Answer: TeamAskAnswer.None or TeamAskAnswer.No } && ask.ExpiresAt > clock.GetUtcNow();
        if (!holds || team.Status == TeamStatus.Ended)
        {
            return InviteViews.Over(ask, team);
        }

        var reply = await asking.ComeAsync(team, ask.PersonId, ask.Track, ask.IsByMentor, byMentor: false, ct);
        return reply.IsCard ? Reply.ChangeCard(reply.Components) : reply;
    }
}

/// <summary>Who is invited does not come.</summary>
internal sealed class DeclineInvitationButton(NexusDb db, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "decline") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await TeamAskReference.FindAsync(db, call, ct) is not var (ask, team))
        {
            return TeamNameViews.Gone();
        }

        if (ask.PersonId != call.User)
        {
            return InviteViews.NotForYou();
        }

        if (ask.Kind != TeamAskKind.Invitation || !ask.IsOpen(clock.GetUtcNow()) || team.Status == TeamStatus.Ended)
        {
            return InviteViews.Over(ask, team);
        }

        life.Answer(ask, TeamAskAnswer.No);
        await life.StepAsync(db, team, TeamAct.Declined, call.User, byMentor: false, ct, ask.PersonId);
        await life.SaveAsync(db, team, ct);
        return InviteViews.Declined(ask, team);
    }
}

/// <summary>Takes an invitation or a request back that nobody has answered.</summary>
internal sealed class TakeAskBackButton(NexusDb db, TeamDesk desk, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "unask") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await TeamAskReference.FindAsync(db, call, ct) is not var (ask, team))
        {
            return TeamNameViews.Gone();
        }

        if (ask.Kind == TeamAskKind.Request ? ask.PersonId != call.User : !(await desk.ActorAsync(call, team, ct)).MayChange)
        {
            return InviteViews.NotForYou();
        }

        if (ask.Answer == TeamAskAnswer.TakenBack)
        {
            return InviteViews.TakenBack(ask, team);
        }

        if (!ask.IsOpen(clock.GetUtcNow()))
        {
            return InviteViews.Over(ask, team);
        }

        life.Answer(ask, TeamAskAnswer.TakenBack);
        await db.SaveChangesAsync(ct);
        return InviteViews.TakenBack(ask, team);
    }
}
