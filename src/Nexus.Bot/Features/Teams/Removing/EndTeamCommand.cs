using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Removing;

/// <summary><c>/teams end</c> ends a team for all who are on it.</summary>
internal sealed class EndTeamCommand(TeamDesk desk, TeamLife life, RemovalNews news) : ICommand
{
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("teams", "end", "End a team; you can undo it for ten minutes")
    {
        Options = [TeamNames.Option(Which, "Which team")],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams end team:3",
        Details = "Its people are told in direct messages and may join another team. Its place is archived, not deleted, and its idea is told.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, refusal) = await desk.OfAsync(call, Which, ct);
        if (team is null)
        {
            return refusal!;
        }

        if (team.Status == TeamStatus.Ended)
        {
            return TeamNameViews.HasEnded(team);
        }

        var members = await TeamLife.MembersAsync(desk.Db, team, ct);
        await life.EndAsync(desk.Db, team, members, call.User, ct, byMentor: true);
        await news.TellAsync(desk.Db, team, members, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return RemoveViews.Ended(team, members.Count);
    }
}

/// <summary>Undoes it.</summary>
internal sealed class ResumeTeamButton(TeamDesk desk, TeamLife life, RemovalNews news, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("team-removing", "resume") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { IsUndone: false } team)
        {
            return TeamNameViews.Gone();
        }

        if (team.Status == TeamStatus.Active)
        {
            return RemoveViews.Resumed(team, []);
        }

        if (team.EndedAt < clock.GetUtcNow() - RemoveViews.UndoFor)
        {
            return RemoveViews.TooLate(team);
        }

        var (back, elsewhere) = await life.ResumeAsync(desk.Db, team, call.User, ct);
        if (back.Count == 0)
        {
            return RemoveViews.NobodyComesBack(team);
        }

        await news.TellAsync(desk.Db, team, back, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return RemoveViews.Resumed(team, elsewhere);
    }
}
