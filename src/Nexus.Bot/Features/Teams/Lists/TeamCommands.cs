using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Lists;

/// <summary><c>/team show</c>: one's own team without asking for it, and the invitations of who has none.</summary>
internal sealed class ShowTeamCommand(TeamDesk desk, TimeProvider clock) : ICommand
{
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("team", "show", "Who is on a team, and what it has linked")
    {
        Options = [TeamNames.Option(Which, "Which team; your own when you leave it out").Optional()],
        Visibility = Visibility.Private,
        Example = "/team show",
        Details = "Everybody may look at every team; the way to its thread is shown to its people and to mentors. Who is on no team sees their invitations here.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull(Which) is null && await InvitationsAsync(call, ct) is { } invitations && (await TeamLife.OfAsync(desk.Db, call.Guild, call.User, asMentor: true, ct)).Count == 0)
        {
            return TeamListViews.OnNone(invitations);
        }

        var (team, refusal) = await desk.OfAsync(call, Which, ct);
        return refusal ?? TeamListViews.Team(await TeamSheet.OfAsync(desk.Db, team!, ct), await desk.ActorAsync(call, team!, ct));
    }

    private async Task<IReadOnlyList<(TeamAsk, Team)>> InvitationsAsync(Call call, CancellationToken ct)
    {
        var (now, person) = (clock.GetUtcNow(), call.User);
        var open = await desk.Db.In<TeamAsk>(call.Guild)
            .Where(ask => ask.PersonId == person && ask.Kind == TeamAskKind.Invitation && ask.Answer == TeamAskAnswer.None && ask.ExpiresAt > now)
            .Join(desk.Db.In<Team>(call.Guild).Where(team => team.Status == TeamStatus.Active), ask => ask.TeamId, team => team.Id, (ask, team) => new { ask, team })
            .OrderBy(it => it.ask.ExpiresAt)
            .Take(TeamListViews.PageSize)
            .ToListAsync(ct);
        return [.. open.Select(it => (it.ask, it.team))];
    }
}

/// <summary><c>/team list</c>.</summary>
internal sealed class ListTeamsCommand(TeamLists lists) : ICommand
{
    private const string Needs = "needs";

    public static CommandSpec Spec { get; } = new("team", "list", "The teams, and whom they are without")
    {
        Options = [Option.Choice(Needs, "Only teams that are without", ("Somebody for backend", TeamTracks.Backend), ("Somebody for frontend", TeamTracks.Frontend), ("A mentor", TeamTracks.Mentor)).Optional()],
        Visibility = Visibility.Private,
        Example = "/team list needs:Somebody for frontend",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        TeamListViews.List(await lists.ReadAsync(call.Guild, new TeamListState(TeamListState.Known(call.TextOrNull(Needs)), 0), ct));
}

/// <summary>First, previous, next and last under the list.</summary>
internal sealed class TurnTeamsButton(TeamLists lists) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "turn") { ChangesMessage = true };

    /// <param name="way">Makes the id unique in its message.</param>
    public static string For(string way, TeamListState to) => Spec.For(string.Create(CultureInfo.InvariantCulture, $"{way}/{to.Needs}/{to.Page}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.GuildOrNull is { } guild
        ? TeamListViews.Page(await lists.ReadAsync(guild, TeamListState.Parse(call.Argument), ct))
        : TeamNameViews.Gone();
}

/// <param name="Needs">A track that nobody of the team covers; any team when empty.</param>
/// <param name="Page">From 0.</param>
internal sealed record TeamListState(string Needs, int Page)
{
    /// <summary>Anyone can send anything: what cannot be read shows all.</summary>
    public static TeamListState Parse(string argument) => argument.Split('/') is [_, var needs, var page]
        ? new TeamListState(Known(needs), int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        : new TeamListState("", 0);

    public static string Known(string? needs) => needs is not null && TeamTracks.Wanted.Contains(needs) ? needs : "";
}

/// <param name="Teams">The newest first.</param>
internal sealed record TeamList(TeamListState State, IReadOnlyList<TeamSheet> Teams);

/// <summary>Reads the teams that go on.</summary>
internal sealed class TeamLists(NexusDb db)
{
    public async Task<TeamList> ReadAsync(Snowflake guild, TeamListState state, CancellationToken ct)
    {
        var teams = await db.In<Team>(guild).AsNoTracking().Where(team => team.Status == TeamStatus.Active).OrderByDescending(team => team.Number).ToListAsync(ct);
        var members = (await db.In<TeamMember>(guild).AsNoTracking().Where(member => member.LeftAt == null).OrderBy(member => member.Since).ThenBy(member => member.Id).ToListAsync(ct))
            .ToLookup(member => member.TeamId);
        var sheets = teams.Select(team => new TeamSheet(team, [.. members[team.Id]]));
        return new TeamList(state, [.. sheets.Where(sheet => state.Needs.Length == 0 || TeamTracks.Missing(sheet.Members.Select(member => member.Track)).Contains(state.Needs))]);
    }
}
