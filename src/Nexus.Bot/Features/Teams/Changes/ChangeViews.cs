using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Changes;

/// <summary>Renaming and linking, in the words of who does it.</summary>
internal static class ChangeViews
{
    private const int MostShown = 150;

    public static Reply Renamed(Team team, TeamStep step) => Reply.PrivateCard(
        new TextDisplay($"✏️ It is {TeamNameViews.Name(team)} now; it was **{Md.EscapeLine(step.Before)}**. Its thread follows in a moment."), Undo(team, step));

    public static Reply IsNamedSo(Team team) => Reply.Private($"It is called {TeamNameViews.Name(team)} already.");

    public static Reply NameMissing(string typed) => Reply.Private($"A team needs a name of at most {Team.MostName} characters; yours has {Md.Line(typed).Length}. Nothing was changed.");

    public static Reply Linked(Team team, IReadOnlyList<TeamStep> steps) => Reply.PrivateCard(
    [
        new TextDisplay(string.Join('\n', steps.Select(step => Said(team, step)))),
        .. steps is [var only] ? new Component[] { Undo(team, only) } : [],
    ]);

    public static Reply NothingChanged(Team team) => Reply.Private($"Nothing was changed: that is what {TeamNameViews.Name(team)} has linked.");

    /// <param name="typed">By what each was meant for.</param>
    public static Reply NoLinks(IReadOnlyList<(TeamAct Which, string Typed)> typed) => Reply.Private(
        string.Join('\n', typed.Select(it => $"• {TeamLinks.Name(it.Which)}: {Md.Code(Md.Cut(it.Typed, MostShown))}"))
            + string.Create(CultureInfo.InvariantCulture, $"\nThat is no link that everybody can open safely. It has to begin with `https://`, name a site, hold no user name, and be at most {Team.MostLink} characters long. Nothing was changed."));

    public static Reply Form(Team team) => Reply.Form(new Modal
    {
        CustomId = LinksModal.Spec.For(team.Id),
        Title = "Links of your team",
        Components =
        [
            .. TeamLinks.All.Select(which => Control.TextField(
                which.ToString(), Capital(TeamLinks.Name(which)), Team.MostLink, required: false, value: TeamLinks.Of(team, which), placeholder: Example(which))),
        ],
    });

    public static Reply Undone(Team team, TeamStep step) => Reply.ChangeCard(new TextDisplay(step.Act == TeamAct.Renamed
        ? $"↩️ It is {TeamNameViews.Name(team)} again."
        : $"↩️ The {TeamLinks.Name(step.Act)} of {TeamNameViews.Name(team)} is as it was before."));

    public static Reply ChangedSince() => Reply.Private("That has been changed again since, so I leave it as it is. `/team show` shows what holds now.");

    private static string Said(Team team, TeamStep step) => step.After is { } url
        ? $"🔗 {TeamNameViews.Name(team)} has its {TeamLinks.Name(step.Act)} at {Md.EscapeLine(Md.Cut(TeamLinks.Short(url), MostShown))}."
        : $"🔗 {TeamNameViews.Name(team)} links no {TeamLinks.Name(step.Act)} any more.";

    private static ActionRow Undo(Team team, TeamStep step) =>
        Control.Row(Control.Button("Undo", UndoStepButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{team.Id}-{step.Number}"))));

    private static string Example(TeamAct which) => which switch
    {
        TeamAct.Repository => "https://github.com/…",
        TeamAct.Board => "https://trello.com/b/…",
        _ => "https://…/api/docs",
    };

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
