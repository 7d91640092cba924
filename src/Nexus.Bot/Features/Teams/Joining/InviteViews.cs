using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Joining;

/// <summary>Why somebody was not invited.</summary>
internal enum InviteRefusal
{
    Bot,
    Oneself,
    NotHere,
    IsOn,
    IsInvited,
    SaidNo,

    /// <summary>They let two invitations pass.</summary>
    NoAnswer,
    OnOther,
    TooMany,

    /// <summary>A mentor with as many teams as they said they look after.</summary>
    HasNoRoom,
}

/// <summary>Invitations: what who sends them reads, and what who gets them.</summary>
internal static class InviteViews
{
    public static Reply Choose(Team team) => Reply.Private($"Whom do you want on {TeamNameViews.Name(team)}? I ask them in a direct message; they have {TeamAsk.Holds.Days} days to answer.")
        .With(new UserSelect { CustomId = ChooseInviteSelect.Spec.For(team.Id), Placeholder = "Somebody to invite" });

    public static Reply Invited(Team team, TeamAsk ask) => Reply.PrivateCard(
        new TextDisplay($"✉️ I asked {Md.User(ask.PersonId)} to come to {TeamNameViews.Name(team)}. They can answer until {Md.Moment(ask.ExpiresAt)}; your thread hears when they do."),
        Control.Row(Control.Button("Take it back", TakeAskBackButton.Spec.For(TeamAskReference.Of(ask)))));

    public static Reply HadAsked(Team team, Snowflake person) => Reply.Private($"🎉 {Md.User(person)} had asked to come already, so they are on {TeamNameViews.Name(team)} now.");

    public static Reply NotInvited(Team team, Snowflake person, InviteRefusal why, DateTimeOffset? until = null) => Reply.Private(why switch
    {
        InviteRefusal.Bot => "That is a bot. Invite a person.",
        InviteRefusal.Oneself => "That is you. `/team join` takes you in, and `/team invite` asks others.",
        InviteRefusal.NotHere => $"{Md.User(person)} is not on this server, so I cannot ask them.",
        InviteRefusal.IsOn => $"{Md.User(person)} is on {TeamNameViews.Name(team)} already.",
        InviteRefusal.IsInvited => $"{Md.User(person)} is invited to {TeamNameViews.Name(team)} already and has not answered yet. The invitation holds until {Md.Moment(until ?? default)}.",
        InviteRefusal.SaidNo => $"{Md.User(person)} said no to {TeamNameViews.Name(team)}, so I do not ask them again. They can still come by themselves with `/team join`.",
        InviteRefusal.NoAnswer => string.Create(CultureInfo.InvariantCulture, $"{Md.User(person)} left {TeamAsk.MostTimes} invitations unanswered, so I do not ask them again. Write to them yourself; they can come with `/team join`."),
        InviteRefusal.OnOther => $"{Md.User(person)} is on another team, and I keep it to one for each person. A mentor can take them into a second one.",
        InviteRefusal.HasNoRoom => $"{Md.User(person)} looks after as many teams as they have time for. `/team mentor` puts {TeamNameViews.Name(team)} in line for a mentor with room.",
        InviteRefusal.TooMany => string.Create(CultureInfo.InvariantCulture, $"{TeamNameViews.Name(team)} has {TeamAsking.MostOpen} invitations open. Wait for an answer, or take one back."),
    });

    /// <summary>What the person reads in their DM, or in a channel when it is closed.</summary>
    public static Container Invitation(TeamAsk ask, Team team, IReadOnlyList<TeamMember> members, bool isPublic) => new(
    [
        new TextDisplay(isPublic ? $"{Md.User(ask.PersonId)}, there is an invitation for you." : ask.Track == TeamTracks.Mentor ? "✉️ **A team would like you as its mentor**" : "✉️ **Somebody wants to build something with you**"),
        new TextDisplay($"{Md.User(ask.ById)} asks you to {(ask.Track == TeamTracks.Mentor ? "look after" : "come to")} team {TeamNameViews.Name(team)}{(team.IdeaNumber is { } idea ? string.Create(CultureInfo.InvariantCulture, $" (idea #{idea})") : "")}{On([.. members.Where(member => member.PersonId != ask.ById)])}.\n"
            + $"You can answer until {Md.Moment(ask.ExpiresAt)}. Saying no is fine, and letting it pass is too."),
        Controls(ask),
    ]);

    /// <summary>The same in one's own view of teams.</summary>
    public static IEnumerable<Component> Open(TeamAsk ask, Team team) =>
    [
        new TextDisplay($"✉️ {Md.User(ask.ById)} asks you to come to {TeamNameViews.Name(team)}, until {Md.Moment(ask.ExpiresAt)}."),
        Controls(ask),
    ];

    public static Reply NotForYou() => Reply.Private("This is for somebody else to answer.");

    public static Reply Declined(TeamAsk ask, Team team) => Reply.ChangeCard(
        new TextDisplay($"🍃 All right, not {TeamNameViews.Name(team)} this time. They will be told kindly, and not ask again."),
        Control.Row(Control.Button("I come after all", AcceptInvitationButton.Spec.For(TeamAskReference.Of(ask)))));

    /// <summary>A control that has nothing to do any more.</summary>
    public static Reply Over(TeamAsk ask, Team team) => Reply.ChangeCard(new TextDisplay((team.Status, ask.Answer) switch
    {
        (TeamStatus.Ended, _) => $"{TeamNameViews.Name(team)} has ended meanwhile. `/team list` shows those that look for people.",
        (_, TeamAskAnswer.TakenBack) => $"This was taken back. `/team join` asks {TeamNameViews.Name(team)} the other way round.",
        (_, TeamAskAnswer.Yes) => $"✅ It is settled: {Md.User(ask.PersonId)} came to {TeamNameViews.Name(team)}.",
        (_, TeamAskAnswer.No) => $"This was answered: not this time, {TeamNameViews.Name(team)}.",
        _ => $"This has run out on {Md.Time(ask.ExpiresAt, 'D')}. `/team join` asks {TeamNameViews.Name(team)} again.",
    }));

    public static Reply TakenBack(TeamAsk ask, Team team) => Reply.ChangeCard(new TextDisplay(ask.Kind == TeamAskKind.Invitation
        ? $"↩️ The invitation of {Md.User(ask.PersonId)} to {TeamNameViews.Name(team)} is taken back."
        : $"↩️ You no longer ask to come to {TeamNameViews.Name(team)}."));

    private static ActionRow Controls(TeamAsk ask) => Control.Row(
        Control.Button("I'd like to", AcceptInvitationButton.Spec.For(TeamAskReference.Of(ask)), ButtonStyle.Success),
        Control.Button("Not this time", DeclineInvitationButton.Spec.For(TeamAskReference.Of(ask))));

    private static string On(IReadOnlyList<TeamMember> members) => members.Count switch
    {
        0 => "",
        <= 4 => $", with {string.Join(", ", members.Select(member => Md.User(member.PersonId)))}",
        _ => string.Create(CultureInfo.InvariantCulture, $", with {members.Count} others"),
    };
}
