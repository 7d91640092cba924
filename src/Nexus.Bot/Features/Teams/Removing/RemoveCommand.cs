using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Removing;

/// <summary><c>/teams remove</c> takes somebody off a team, who has gone quiet or asked for it.</summary>
internal sealed class RemoveCommand(TeamDesk desk, TeamLife life, RemovalNews news) : ICommand
{
    private const string Person = "person";
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("teams", "remove", "Take somebody off a team; you can undo it for ten minutes")
    {
        Options = [Option.User(Person, "Whom"), TeamNames.Option(Which, "Off which team, when they are on several").Optional()],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams remove person:@Bo",
        Details = "They are told in a direct message, and the team in its place. With the last learner the team ends.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var person = call.IdOf(Person) ?? default;
        var (team, refusal) = await TeamAsync(call, person, ct);
        if (team is null)
        {
            return refusal!;
        }

        if ((await TeamLife.MembersAsync(desk.Db, team, ct)).Find(one => one.PersonId == person) is not { } member)
        {
            return RemoveViews.IsNotOn(person, team);
        }

        await life.LeaveAsync(desk.Db, team, member, call.User, TeamAct.Removed, ct);
        await news.TellAsync(desk.Db, team, [member], ct);
        await life.SaveAsync(desk.Db, team, ct);
        return RemoveViews.Removed(team, member);
    }

    private async Task<(Team? Team, Reply? Refusal)> TeamAsync(CommandCall call, Snowflake person, CancellationToken ct) => call.TextOrNull(Which) is not null
        ? await desk.OfAsync(call, Which, ct)
        : await TeamLife.OfAsync(desk.Db, call.Guild, person, asMentor: true, ct) switch
        {
            [] => (null, RemoveViews.IsOnNone(person)),
            [var only] => (only, null),
            var several => (null, RemoveViews.IsOnSeveral(person, several)),
        };
}

/// <summary>Undoes it.</summary>
internal sealed class PutBackButton(TeamDesk desk, TeamLife life, RemovalNews news, TimeProvider clock) : IButton
{
    /// <summary>The argument is the team's id and, after a "-", the person's.</summary>
    public static ControlSpec Spec { get; } = new("team-removing", "put-back") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { IsUndone: false } team
            || call.Argument.Split('-') is not [_, var id] || !Snowflake.TryParse(id, out var person)
            || await TeamLife.FormerAsync(desk.Db, team, person, ct) is not { } member)
        {
            return TeamNameViews.Gone();
        }

        if (member.LeftAt is null)
        {
            return RemoveViews.PutBack(team, member);
        }

        if (member.LeftAt < clock.GetUtcNow() - RemoveViews.UndoFor)
        {
            return RemoveViews.TooLate(team);
        }

        if ((await life.ComeBackAsync(desk.Db, team, member, ct, by: call.User)).Other is { } other)
        {
            return RemoveViews.IsElsewhere(person, other);
        }

        await news.TellAsync(desk.Db, team, [member], ct);
        await life.SaveAsync(desk.Db, team, ct);
        return RemoveViews.PutBack(team, member);
    }
}
