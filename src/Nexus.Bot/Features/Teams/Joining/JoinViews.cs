using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>Creating, joining and leaving a team, in the words of who does it.</summary>
internal static class JoinViews
{
    public const int UndoMinutes = 10;

    public static Reply Created(Team team, bool hasChannel) => Reply.PrivateCard(
        new TextDisplay($"🚀 {TeamNameViews.Name(team)} is there, and you are on it. "
            + (hasChannel ? "Its private thread opens in a moment, and mentions you." : "It has no thread yet: an admin has to choose a channel for teams with `/nexus setup`. It opens by itself then.")
            + "\nNext: `/team invite` asks somebody to come."),
        Control.Row(Control.Button("Invite somebody", OpenInviteButton.Spec.For(team.Id), ButtonStyle.Primary), Control.Button("Undo", UndoCreateButton.Spec.For(team.Id))));

    public static Reply NameMissing(string typed) => Reply.Private(
        $"A team needs a name of at most {Team.MostName} characters; yours has {Md.Line(typed).Length}. Nothing was changed.");

    public static Reply MayOnlyBeOnOne(Team other) => Reply.Private(
        $"You are on {TeamNameViews.Name(other)} already, and I keep it to one team for each person, so that nobody waits for somebody who is elsewhere. "
            + "`/team leave` comes first, or a mentor takes you into a second one.");

    public static Reply CannotUndo(Team team) => Reply.Private(
        $"{TeamNameViews.Name(team)} can only be taken back in its first {UndoMinutes} minutes and while you are alone on it. `/team leave` takes you off it any time.");

    public static Reply Undone(Team team) => Reply.ChangeCard(new TextDisplay($"↩️ {TeamNameViews.Name(team)} is taken back."));

    public static Reply IsOn(Team team) => Reply.Private($"You are on {TeamNameViews.Name(team)} already{Thread(team)}.");

    public static Reply OnOther(Team wanted, Team other) => Reply.Private(
        $"You are on {TeamNameViews.Name(other)}, and I keep it to one team for each person. To change, use `/team leave` and then come to {TeamNameViews.Name(wanted)}; a mentor can also take you into a second one.");

    public static Reply HasAsked(Team team, TeamAsk ask) => Reply.PrivateCard(
        new TextDisplay($"🙋 You have asked {TeamNameViews.Name(team)} already. They can answer until {Md.Moment(ask.ExpiresAt)}."), TakeBack(ask));

    public static Reply NotAgainYet(Team team, DateTimeOffset from) => Reply.Private(
        $"{TeamNameViews.Name(team)} could not take you in when you asked. You can ask again {Md.Time(from, 'R')}; `/team list` shows who looks for people now.");

    public static Reply Asked(Team team, TeamAsk ask) => Reply.PrivateCard(
        new TextDisplay($"🙋 I asked {TeamNameViews.Name(team)} for you{(ask.Track.Length > 0 ? $", as {ask.Track}" : "")}. One of them says yes or not now, until {Md.Moment(ask.ExpiresAt)}; I tell you in a direct message."), TakeBack(ask));

    /// <summary>A new card or in place of the invitation's, which is one.</summary>
    public static Reply Joined(Team team) => Reply.PrivateCard(new TextDisplay($"🎉 You are on {TeamNameViews.Name(team)} now{Thread(team)}."));

    public static Container Request(TeamAsk ask, Team team) => new(
    [
        new TextDisplay($"🙋 {Md.User(ask.PersonId)} would like to come to {TeamNameViews.Name(team)}{(ask.Track.Length > 0 ? $", as {ask.Track}" : "")}.\nOne of you answers for all, until {Md.Moment(ask.ExpiresAt)}."),
        Control.Row(
            Control.Button("Take them in", AdmitButton.Spec.For(TeamAskReference.Of(ask)), ButtonStyle.Success),
            Control.Button("Not now", RefuseButton.Spec.For(TeamAskReference.Of(ask)))),
    ]);

    public static Reply Admitted(TeamAsk ask, Team team) => Reply.ChangeCard(new TextDisplay($"✅ {Md.User(ask.PersonId)} is on {TeamNameViews.Name(team)} now."));

    public static Reply AskerIsElsewhere(TeamAsk ask) => Reply.Private($"{Md.User(ask.PersonId)} is on another team meanwhile. A mentor can take them into a second one.");

    public static Reply Refused(TeamAsk ask) => Reply.ChangeCard(new TextDisplay($"🍃 Not now for {Md.User(ask.PersonId)}. I tell them kindly, without names."));

    /// <summary>What who asked reads in their DM.</summary>
    public static Container Answer(TeamAsk ask, Team team) => new(
    [
        new TextDisplay(ask.Answer == TeamAskAnswer.Yes
            ? $"🎉 {TeamNameViews.Name(team)} has taken you in{Thread(team)}."
            : $"🍃 {TeamNameViews.Name(team)} cannot take somebody in right now. It says nothing about you: `/team list` shows who looks for people, and `/team create` begins a team of your own."),
    ]);

    public static Reply NotOn(Team team) => Reply.Private($"You are not on {TeamNameViews.Name(team)}, so there is nothing to leave.");

    public static Reply Left(Team team) => Reply.PrivateCard(
        new TextDisplay($"🚪 You have left {TeamNameViews.Name(team)}."
            + (team.Status == TeamStatus.Ended ? " You were the last, so the team has ended; its thread is put away, not deleted." : " Its thread is told.")),
        Control.Row(Control.Button("Undo", ComeBackButton.Spec.For(team.Id))));

    public static Reply TooLate(Team team) => Reply.Private(
        string.Create(CultureInfo.InvariantCulture, $"That can be undone for {UndoMinutes} minutes. `/team join` asks {TeamNameViews.Name(team)} to take you in again."));

    public static Reply Back(Team team) => Reply.ChangeCard(new TextDisplay($"🔁 You are on {TeamNameViews.Name(team)} again{Thread(team)}."));

    private static ActionRow TakeBack(TeamAsk ask) => Control.Row(Control.Button("Take it back", TakeAskBackButton.Spec.For(TeamAskReference.Of(ask))));

    private static string Thread(Team team) => team.ThreadId is { } thread ? $": {Md.ChannelUrl(team.GuildId, thread)}" : "";
}
