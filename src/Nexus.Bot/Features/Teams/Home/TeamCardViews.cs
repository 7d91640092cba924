using System.Globalization;
using Nexus.Bot.Features.Teams.Changes;
using Nexus.Bot.Features.Teams.Joining;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>The card at the top of a team's thread: who, what is linked, and how to begin.</summary>
internal static class TeamCardViews
{
    private const int MostShown = 80;

    public static Container Card(TeamSheet sheet)
    {
        var team = sheet.Team;
        return team.Status == TeamStatus.Ended
            ? new Container([new TextDisplay($"{Title(team)}\n🏁 This team has ended. What was written stays here.")])
            : new Container(
            [
                new TextDisplay($"{Title(team)}\n{Origin(team)}\n\n{People(sheet)}"),
                .. team.Why is { Length: > 0 } why ? new Component[] { new TextDisplay($"**Why you are together**\n{why}") } : [],
                new TextDisplay(FirstSteps(team)),
                .. Links(team) is { Count: > 0 } links ? new Component[] { Control.Row(links) } : [],
                Control.Row(
                    Control.Button(team.Repository is null ? "Add the repository" : "Change the links", OpenLinksButton.Spec.For(team.Id), team.Repository is null ? ButtonStyle.Primary : ButtonStyle.Secondary),
                    Control.Button("Invite somebody", OpenInviteButton.Spec.For(team.Id))),
                new TextDisplay("-# `/team` has the rest: rename, leave, show. This card stays up to date."),
            ]);
    }

    /// <summary>One line for each.</summary>
    public static string People(TeamSheet sheet) => sheet.Members.Count == 0
        ? "Nobody is on it."
        : string.Join('\n', sheet.Members.Take(MostShown).Select(member => $"• {Md.User(member.PersonId)}{(member.Track.Length == 0 ? "" : $" · {member.Track}")}"))
            + (sheet.Members.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"\n… and {sheet.Members.Count - MostShown} more") : "");

    public static List<Component> Links(Team team) =>
    [
        .. TeamLinks.All.Where(which => TeamLinks.Of(team, which) is not null).Select(which => Control.Link(Label(which), TeamLinks.Of(team, which)!)),
        .. team.IdeaUrl is { } idea ? [Control.Link(string.Create(CultureInfo.InvariantCulture, $"Idea #{team.IdeaNumber}"), idea)] : Array.Empty<Component>(),
    ];

    private static string Title(Team team) => string.Create(CultureInfo.InvariantCulture, $"## 🚀 {Md.EscapeLine(team.Name)}\n-# Team #{team.Number} · since {Md.Time(team.CreatedAt, 'd')}");

    private static string Origin(Team team)
    {
        var readers = team.Place == TeamPlace.Channel ? "Only its people and mentors read this channel, and staff who see every channel." : "Only its people read this thread, and staff who may manage threads.";
        return team.IdeaNumber is { } idea
            ? string.Create(CultureInfo.InvariantCulture, $"You build idea **#{idea}** together. {readers}")
            : $"This is your place. {readers}{(team.RoleId is { } role ? $" You all have the role {Md.Role(role)}." : "")}";
    }

    private static string FirstSteps(Team team) => string.Join(
        '\n',
        "**How to begin**",
        "1. Say hello: where you are, and which hours of the week you have.",
        "2. Agree on the smallest version that somebody could use, and who begins with what.",
        $"3. {Mark(team.Repository)} A repository that everybody can push to.",
        $"4. {Mark(team.ApiDocs)} What the API answers, agreed before both sides build, and its docs linked.",
        $"5. {Mark(team.Board)} A board with the next tasks, and a time each week to look at it together.");

    private static string Mark(string? link) => link is null ? "⬜" : "✅";

    private static string Label(TeamAct which) => which switch { TeamAct.Repository => "Repository", TeamAct.Board => "Board", _ => "API docs" };
}
