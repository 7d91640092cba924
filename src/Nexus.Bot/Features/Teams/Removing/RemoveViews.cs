using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Removing;

/// <summary>Taking people off teams, and ending teams, in the words of mentors and of whom it is about.</summary>
internal static class RemoveViews
{
    private const int MostNames = 20;

    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(10);

    public static Reply IsOnNone(Snowflake person) => Reply.Private($"{Md.User(person)} is on no team. Nothing was changed.");

    public static Reply IsOnSeveral(Snowflake person, IReadOnlyList<Team> teams) =>
        Reply.Private($"{Md.User(person)} is on several teams: {string.Join(", ", teams.Select(TeamNameViews.Name))}. Say which, with `team`. Nothing was changed.");

    public static Reply IsNotOn(Snowflake person, Team team) => Reply.Private($"{Md.User(person)} is not on {TeamNameViews.Name(team)}. Nothing was changed.");

    public static Reply Removed(Team team, TeamMember member) => Reply.PrivateCard(
        new TextDisplay($"🚪 {Md.User(member.PersonId)} is no longer on {TeamNameViews.Name(team)}, and is told so in a direct message."
            + (team.Status == TeamStatus.Ended ? " No other learner was on it, so the team has ended; its place is archived." : " Its place is told.")),
        Control.Row(Control.Button("Undo", PutBackButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{team.Id}-{member.PersonId}")))));

    public static Reply PutBack(Team team, TeamMember member) => Reply.ChangeCard(new TextDisplay($"↩️ {Md.User(member.PersonId)} is on {TeamNameViews.Name(team)} again."));

    public static Reply IsElsewhere(Snowflake person, Team other) => Reply.Private($"{Md.User(person)} has come to {TeamNameViews.Name(other)} meanwhile, so nothing was changed. `/team invite` can ask them, as a second team.");

    public static Reply TooLate(Team team) => Reply.Private(Text($"That can be undone for {UndoFor.TotalMinutes} minutes. `/team invite` asks somebody to come to {TeamNameViews.Name(team)} again."));

    public static Reply Ended(Team team, int people) => Reply.PrivateCard(
        new TextDisplay(Text($"🏁 {TeamNameViews.Name(team)} has ended. {(people == 1 ? "Who was on it is told" : $"The {people} who were on it are told")} in a direct message; its place is archived, not deleted.")),
        Control.Row(Control.Button("Undo", ResumeTeamButton.Spec.For(team.Id))));

    /// <param name="elsewhere">Who has come to another team meanwhile, and stays there.</param>
    public static Reply Resumed(Team team, IReadOnlyList<TeamMember> elsewhere) => Reply.ChangeCard(new TextDisplay(
        $"↩️ {TeamNameViews.Name(team)} goes on."
            + (elsewhere.Count == 0 ? "" : $" On another team meanwhile, and not on this one: {string.Join(", ", elsewhere.Take(MostNames).Select(member => Md.User(member.PersonId)))}.")));

    public static Reply NobodyComesBack(Team team) => Reply.Private($"All who were on {TeamNameViews.Name(team)} are on other teams meanwhile, so it stays ended.");

    /// <summary>For whom it is about.</summary>
    public static string Told(Team team, TeamStep step, bool isBack) => (isBack, step.Act) switch
    {
        (true, _) => $"↩️ That was taken back: you are on {TeamNameViews.Name(team)} again.",
        (_, TeamAct.Removed) => $"🚪 {Md.User(step.ById)} has taken you off team {TeamNameViews.Name(team)}. Write to them if you do not know why. `/team list` shows who looks for people.",
        _ => $"🏁 {Md.User(step.ById)} has ended team {TeamNameViews.Name(team)}. Thank you for what you did there. `/team list` shows who looks for people, and `/team create` begins a team of your own.",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
