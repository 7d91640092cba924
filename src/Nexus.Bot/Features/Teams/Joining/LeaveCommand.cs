using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary><c>/team leave</c>.</summary>
internal sealed class LeaveCommand(TeamDesk desk, TeamLife life) : ICommand
{
    private const string Team = "team";

    public static CommandSpec Spec { get; } = new("team", "leave", "Leave your team; you can undo it for ten minutes")
    {
        Options = [TeamNames.Option(Team, "Which team, when you are on several").Optional()],
        Visibility = Visibility.Private,
        Example = "/team leave",
        Details = "Its thread is told. When the last one leaves, the team ends: its thread is put away, not deleted, and its idea is told.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, refusal) = await desk.OfAsync(call, Team, ct);
        if (team is null)
        {
            return refusal!;
        }

        if ((await desk.ActorAsync(call, team, ct)).Membership is not { } member)
        {
            return JoinViews.NotOn(team);
        }

        await life.LeaveAsync(desk.Db, team, member, call.User, TeamAct.Left, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return JoinViews.Left(team);
    }
}

/// <summary>Undoes leaving.</summary>
internal sealed class ComeBackButton(TeamDesk desk, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "comeback") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { IsUndone: false } team
            || await TeamLife.FormerAsync(desk.Db, team, call.User, ct) is not { } member)
        {
            return TeamNameViews.Gone();
        }

        if (member.LeftAt is null)
        {
            return JoinViews.Back(team);
        }

        if (member.LeftAt < clock.GetUtcNow() - TimeSpan.FromMinutes(JoinViews.UndoMinutes))
        {
            return JoinViews.TooLate(team);
        }

        if ((await life.ComeBackAsync(desk.Db, team, member, ct)).Other is { } other)
        {
            return JoinViews.OnOther(team, other);
        }

        await life.SaveAsync(desk.Db, team, ct);
        return JoinViews.Back(team);
    }
}
