using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary><c>/team create</c> begins a team of whoever uses it.</summary>
internal sealed class CreateTeamCommand(NexusDb db, TeamLife life, GuildConfigurations configurations, TimeProvider clock) : ICommand
{
    private const string Name = "name";

    public static CommandSpec Spec { get; } = new("team", "create", "Begin a team; it gets a private thread of its own")
    {
        Options = [Option.Text(Name, "What you call yourselves; it can be changed", min: 1, max: Team.MostName)],
        Visibility = Visibility.Private,
        Example = "/team create name:Bus times",
        Details = "You are its first member; `/team invite` asks others. Only its people read its thread, and staff who may manage threads. "
            + "Everybody is on one team, so that nobody waits for somebody who is elsewhere; mentors can make exceptions.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text(Name);
        var name = Md.Line(typed);
        if (name.Length is 0 or > Team.MostName)
        {
            return JoinViews.NameMissing(typed);
        }

        var configuration = await configurations.OfAsync(call.Guild, ct);
        var press = call.Id;
        if (await db.In<Team>(call.Guild).SingleOrDefaultAsync(it => it.PressId == press, ct) is { } earlier)
        {
            return JoinViews.Created(earlier, configuration.TeamChannelId is not null);
        }

        var team = new Team
        {
            GuildId = call.Guild,
            Number = await TeamLife.NextNumberAsync(db, call.Guild, ct),
            Name = name,
            Source = TeamSource.People,
            CreatedBy = call.User,
            PressId = press,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(team);
        await life.StepAsync(db, team, TeamAct.Created, call.User, byMentor: false, ct);
        var result = await life.JoinAsync(db, team, call.User, TeamTracks.Of(call.Roles, configuration), call.User, isExempt: false, byMentor: false, ct);
        if (result.Other is { } other)
        {
            return JoinViews.MayOnlyBeOnOne(other);
        }

        await life.SaveAsync(db, team, ct);
        return JoinViews.Created(team, configuration.TeamChannelId is not null);
    }
}

/// <summary>Takes a team back that was just made, while nobody else is on it.</summary>
internal sealed class UndoCreateButton(TeamDesk desk, TeamLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "uncreate") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } team)
        {
            return TeamNameViews.Gone();
        }

        if (team.Status == TeamStatus.Ended)
        {
            return JoinViews.Undone(team);
        }

        if (await TeamLife.MembersAsync(desk.Db, team, ct) is not [var only] || only.PersonId != call.User || team.CreatedAt < clock.GetUtcNow() - TimeSpan.FromMinutes(JoinViews.UndoMinutes))
        {
            return JoinViews.CannotUndo(team);
        }

        await life.LeaveAsync(desk.Db, team, only, call.User, TeamAct.Left, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return JoinViews.Undone(team);
    }
}
