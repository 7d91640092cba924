using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>What was done to a team, in words.</summary>
internal static class TeamNewsViews
{
    private const int MostShown = 120;

    /// <summary>The thread hears of it. What began or ended a team has no readers there.</summary>
    public static bool IsTold(TeamAct act) => act is not (TeamAct.Created or TeamAct.Ended);

    /// <param name="waiting">Who would have liked a place, when one has become free.</param>
    public static string Told(TeamStep step, IReadOnlyList<TeamAsk> waiting)
    {
        var (by, person) = (Md.User(step.ById), step.PersonId is { } id ? Md.User(id) : "");
        var words = step.Act switch
        {
            TeamAct.Joined when step.ById == step.PersonId => $"👋 {person} is on the team now{As(step.After)}.",
            TeamAct.Joined when step.Before is { } from => $"👋 {person} comes to you from {Bold(from)}{As(step.After)}; {by} moved them. Show them where you stand.",
            TeamAct.Joined => $"👋 {person} is on the team now{As(step.After)}; {by} said yes.",
            TeamAct.Moved when step.After is { } to => $"🔁 {by} moved {person} to {Bold(to)}, where they are needed. Look what of their part goes on.",
            TeamAct.Moved => $"↩️ {by} took back that {person} is on the team.",
            TeamAct.Removed => $"🚪 {by} took {person} off the team. Look what of their part goes on.",
            TeamAct.Left => $"🚪 {person} has left the team. Thank them for what they brought, and look what of their part goes on.",
            TeamAct.Gone => $"🚪 {person} has left the server, so they are no longer on the team.",
            TeamAct.Renamed => $"✏️ {by} named the team {Bold(step.After)}; it was {Bold(step.Before)}.",
            TeamAct.Resumed => $"🔁 {by} is back, and the team goes on.",
            TeamAct.Declined => $"🍃 {person} does not come this time. That is all right; somebody else will.",
            _ when step.After is { } url => $"🔗 {by} linked the {TeamLinks.Name(step.Act)}: {Short(url)}",
            _ => $"🔗 {by} took away the link to the {TeamLinks.Name(step.Act)}{(step.Before is { } old ? $" ({Short(old)})" : "")}.",
        };
        return step.Act is TeamAct.Left or TeamAct.Gone or TeamAct.Moved or TeamAct.Removed && waiting.Count > 0
            ? $"{words}\nWho would have liked a place: {string.Join(", ", waiting.Select(ask => $"{Md.User(ask.PersonId)}{As(ask.Track)}"))}. `/team invite` asks them."
            : words;
    }

    /// <summary>After the actor's name, for the log.</summary>
    public static string Logged(Team team, TeamStep step) => step.Act switch
    {
        TeamAct.Joined when step.ById == step.PersonId => $"joined team {TeamNameViews.Name(team)} as a mentor",
        TeamAct.Joined => $"took {Md.User(step.PersonId ?? default)} onto team {TeamNameViews.Name(team)}",
        TeamAct.Removed => $"took {Md.User(step.PersonId ?? default)} off team {TeamNameViews.Name(team)}",
        TeamAct.Ended => $"ended team {TeamNameViews.Name(team)}",
        TeamAct.Resumed => $"had team {TeamNameViews.Name(team)} go on",
        TeamAct.Renamed => $"renamed team {TeamNameViews.Name(team)}; it was {Bold(step.Before)}",
        TeamAct.Repository or TeamAct.Board or TeamAct.ApiDocs => step.After is { } url
            ? $"linked the {TeamLinks.Name(step.Act)} of team {TeamNameViews.Name(team)}: {Short(url)}"
            : $"took away the link to the {TeamLinks.Name(step.Act)} of team {TeamNameViews.Name(team)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"changed team {TeamNameViews.Name(team)} ({step.Act})"),
    };

    /// <summary>A mentor's invitation is no step of the team's, but the log names it.</summary>
    public static string LoggedInvitation(Team team, Snowflake person) => $"invited {Md.User(person)} to team {TeamNameViews.Name(team)}";

    /// <summary>Somebody left a team that mentors have put together, after their name.</summary>
    public static string LoggedLeaving(Team team, int left) =>
        string.Create(CultureInfo.InvariantCulture, $"is no longer on team {TeamNameViews.Name(team)}, which has {(left == 1 ? "1 person" : $"{left} people")} now. `/teams rebalance` looks whether its rules still hold");

    private static string As(string? track) => string.IsNullOrEmpty(track) ? "" : $" ({track})";

    private static string Bold(string? name) => $"**{Md.EscapeLine(name)}**";

    private static string Short(string url) => Md.EscapeLine(Md.Cut(TeamLinks.Short(url), MostShown));
}
