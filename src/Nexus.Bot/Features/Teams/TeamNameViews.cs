using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams;

/// <summary>How a team is named in sentences, and what is said when words name none for sure.</summary>
internal static class TeamNameViews
{
    private const int MostName = 80;

    /// <summary>"**#3 Bus times**".</summary>
    public static string Name(Team team) => string.Create(CultureInfo.InvariantCulture, $"**#{team.Number} {Md.EscapeLine(Md.Cut(Md.Line(team.Name), MostName))}**");

    public static Reply Gone() => Reply.Private("This team is no longer there. `/team list` shows those that are.");

    public static Reply WhichOne(string typed, IReadOnlyList<Team> near) => Reply.Private(near.Count == 0
        ? $"I know no team like {Md.Code(Md.Cut(typed, 100))}. Choose one from the list while you type, or see `/team list`."
        : $"Which one do you mean by {Md.Code(Md.Cut(typed, 100))}? Use its number:\n" + string.Join('\n', near.Select(team => $"• {Name(team)}")));

    public static Reply OnNone() => Reply.Private("You are on no team yet. `/team list` shows who looks for people, and `/team create` begins one of your own.");

    public static Reply OnSeveral(IReadOnlyList<Team> teams) => Reply.Private(
        $"You are on several teams: {string.Join(", ", teams.Select(Name))}. Say which one with `team:`, or use the command in its thread.");

    public static Reply NotYours(Team team) => Reply.Private($"Only who is on {Name(team)}, and mentors, can do that. `/team join` asks them to take you in.");

    public static Reply HasEnded(Team team) => Reply.Private($"{Name(team)} has ended, so nothing was changed. `/team create` begins a new one.");
}
