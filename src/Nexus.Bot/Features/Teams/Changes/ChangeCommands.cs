using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Changes;

/// <summary><c>/team rename</c>.</summary>
internal sealed class RenameTeamCommand(TeamDesk desk, TeamLife life) : ICommand
{
    private const string Name = "name";
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("team", "rename", "Give your team another name")
    {
        Options = [Option.Text(Name, "The new name", min: 1, max: Team.MostName), TeamNames.Option(Which, "Which team, when you are on several").Optional()],
        Visibility = Visibility.Private,
        Example = "/team rename name:Night Owls",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, Which, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var name = Md.Line(call.Text(Name));
        if (name.Length is 0 or > Team.MostName)
        {
            return ChangeViews.NameMissing(call.Text(Name));
        }

        if (name == team!.Name)
        {
            return ChangeViews.IsNamedSo(team);
        }

        var step = await life.RenameAsync(desk.Db, team, name, by!.Id, by.ActsAsMentor, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return ChangeViews.Renamed(team, step);
    }
}

/// <summary><c>/team link</c> sets one link, or takes it away.</summary>
internal sealed class LinkTeamCommand(TeamDesk desk, TeamLife life) : ICommand
{
    private const string Kind = "kind";
    private const string Url = "url";
    private const string Which = "team";

    public static CommandSpec Spec { get; } = new("team", "link", "Link your repository, board or API docs")
    {
        Options =
        [
            Option.Choice(Kind, "What it is", ("Repository", nameof(TeamAct.Repository)), ("Board", nameof(TeamAct.Board)), ("API docs", nameof(TeamAct.ApiDocs))),
            Option.Text(Url, "A https link; leave it out to take the link away", max: Team.MostLink).Optional(),
            TeamNames.Option(Which, "Which team, when you are on several").Optional(),
        ],
        Visibility = Visibility.Private,
        Example = "/team link kind:Repository url:https://github.com/night-owls/bus",
        Details = "Everybody finds it in `/team show`; the repository also stands on the card of the idea.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, Which, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var kind = Enum.TryParse<TeamAct>(call.Text(Kind), out var chosen) && TeamLinks.All.Contains(chosen) ? chosen : TeamAct.Repository;
        return await LinkDesk.SetAsync(desk.Db, life, team!, by!, [(kind, call.TextOrNull(Url) ?? "")], ct);
    }
}

/// <summary>“Add the repository” on a team's card: a form with all links.</summary>
internal sealed class OpenLinksButton(TeamDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("teams", "links");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, _, refusal) = await desk.ToChangeAsync(call, ct);
        return refusal ?? ChangeViews.Form(team!);
    }
}

/// <summary>The links as they were typed.</summary>
internal sealed class LinksModal(TeamDesk desk, TeamLife life) : IModal
{
    public static ControlSpec Spec { get; } = new("teams", "linked");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        return refusal ?? await LinkDesk.SetAsync(desk.Db, life, team!, by!, [.. TeamLinks.All.Select(which => (which, call.Text(which.ToString())))], ct);
    }
}

internal static class LinkDesk
{
    /// <summary>Sets those that differ, all or none.</summary>
    public static async Task<Reply> SetAsync(NexusDb db, TeamLife life, Team team, TeamActor by, IReadOnlyList<(TeamAct Which, string Typed)> typed, CancellationToken ct)
    {
        var wrong = typed.Where(it => it.Typed.Trim().Length > 0 && TeamLinks.Read(it.Typed) is null).ToList();
        if (wrong.Count > 0)
        {
            return ChangeViews.NoLinks(wrong);
        }

        var steps = new List<TeamStep>();
        foreach (var (which, url) in typed.Select(it => (it.Which, it.Typed.Trim().Length == 0 ? null : TeamLinks.Read(it.Typed))))
        {
            if (url != TeamLinks.Of(team, which))
            {
                steps.Add(await life.LinkAsync(db, team, which, url, by.Id, by.ActsAsMentor, ct));
            }
        }

        if (steps.Count == 0)
        {
            return ChangeViews.NothingChanged(team);
        }

        await life.SaveAsync(db, team, ct);
        return ChangeViews.Linked(team, steps);
    }
}

/// <summary>Undoes a new name or link, while nobody has changed it again.</summary>
internal sealed class UndoStepButton(TeamDesk desk, TeamLife life) : IButton
{
    /// <summary>The argument is the team's id and the step's number.</summary>
    public static ControlSpec Spec { get; } = new("teams", "undo") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (team, by, refusal) = await desk.ToChangeAsync(call, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var number = call.Argument.Split('-') is [_, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var step = await desk.Db.In<TeamStep>(team!.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.TeamId == team.Id && it.Number == number, ct);
        if (step is null || (step.Act != TeamAct.Renamed && !TeamLinks.All.Contains(step.Act)))
        {
            return TeamNameViews.Gone();
        }

        var now = step.Act == TeamAct.Renamed ? team.Name : TeamLinks.Of(team, step.Act);
        if (now == step.Before)
        {
            return ChangeViews.Undone(team, step);
        }

        var act = step.Act;
        if (now != step.After || await desk.Db.In<TeamStep>(team.GuildId).AnyAsync(it => it.TeamId == team.Id && it.Number > number && it.Act == act, ct))
        {
            return ChangeViews.ChangedSince();
        }

        _ = step.Act == TeamAct.Renamed
            ? await life.RenameAsync(desk.Db, team, step.Before!, by!.Id, by.ActsAsMentor, ct)
            : await life.LinkAsync(desk.Db, team, step.Act, step.Before, by!.Id, by.ActsAsMentor, ct);
        await life.SaveAsync(desk.Db, team, ct);
        return ChangeViews.Undone(team, step);
    }
}
