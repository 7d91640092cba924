using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>What is said about an idea that nobody touched.</summary>
internal static class HygieneViews
{
    public static Container Question(Idea idea, bool inDm, Silence silence, int weeks, bool mentorsHear)
    {
        var nothing = $"Nothing has happened to it since {Md.Time(silence.TouchedAt, 'D')}.";
        var after = silence.HasAnswer ? $"If nothing happens, I ask once more in a week. {Kept(inDm)}"
            : $"Nobody else has written here yet, so it stays on the board{(mentorsHear ? ", and mentors hear of it" : "")}. {Kept(inDm)}";
        return new Container(
        [
            new TextDisplay(inDm
                ? $"💤 Is {IdeaNameViews.Name(idea)} still on? {nothing}{Link(idea)}\n-# {after}"
                : $"💤 {Md.User(idea.AuthorId)}, is {IdeaNameViews.Name(idea)} still on? {nothing}\n-# {after}"),
            Control.Row(Keep(idea, inDm), Control.Button("Park…", ParkIdeaButton.Spec.For(Reference(idea, inDm)))),
        ]);
    }

    public static Container Warning(Idea idea, bool inDm, DateTimeOffset parksAt) => new(
    [
        new TextDisplay($"⏳ {(inDm ? "" : $"{Md.User(idea.AuthorId)}, ")}{IdeaNameViews.Name(idea)} is parked on {Md.Time(parksAt, 'D')} ({Md.Time(parksAt, 'R')}) if nothing happens until then.{(inDm ? Link(idea) : "")}\n"
            + $"-# {Kept(inDm)} Parked is not lost: its author or a mentor brings it back with one press, now or in a year."),
        Control.Row(Keep(idea, inDm)),
    ]);

    public static Container Unanswered(Idea idea)
    {
        var text = new TextDisplay($"💬 Nobody but {Md.User(idea.AuthorId)} has written in {IdeaNameViews.Name(idea)} yet; it was proposed {Md.Time(idea.PostedAt ?? idea.CreatedAt, 'R')}. "
            + "A word of a mentor helps: what is good about it, what to try first, whom to ask.\n-# It is not parked for being unanswered.");
        var link = idea.ThreadId is { } thread ? Md.ChannelUrl(idea.GuildId, thread) : IdeaCards.Url(idea);
        return link is null ? new Container([text]) : new Container([text, Control.Row(Control.Link("Open the idea", link))]);
    }

    /// <summary>What its followers read as the clock's reason.</summary>
    public static string ReasonToPark(TimeSpan quiet) => string.Create(
        CultureInfo.InvariantCulture, $"Nothing has happened to it for {(int)(quiet.TotalDays / 7)} weeks, although I asked and warned.");

    /// <summary>In place of the question or the warning.</summary>
    public static Reply Kept(Idea idea, Snowflake by) => Reply.ChangeCard(new Container([new TextDisplay($"✅ {Md.User(by)} keeps {IdeaNameViews.Name(idea)} on the board.")]));

    /// <summary>Somebody did something meanwhile; the question is settled.</summary>
    public static Reply NoLongerAsked(Idea idea) => Reply.ChangeCard(new Container([new TextDisplay(idea.Status.IsOpen()
        ? $"✅ {IdeaNameViews.Name(idea)} stays on the board: something has happened to it since I asked."
        : $"{IdeaText.Mark(idea.Status)} {IdeaNameViews.Name(idea)} is {IdeaText.Status(idea.Status).ToLowerInvariant()} now.")]));

    public static Reply OnlyWhoTakesPart() => Reply.Private(
        "Whoever takes part keeps an idea: its author, mentors, and who voted for it, joined or follows it. To keep this one, vote for it or write here what you like about it.");

    public static Reply OnlyAuthorAndMentorsPark() => Reply.Private("Its author or a mentor parks an idea. Tell them here if you think that it should rest.");

    public static Reply ReasonForm(Idea idea, string reference) => Reply.Form(new Modal
    {
        CustomId = ParkIdeaModal.Spec.For(reference),
        Title = Md.Cut(string.Create(CultureInfo.InvariantCulture, $"Park #{idea.Number} {Md.Line(idea.Title)}"), 45),
        Components = [Control.TextField(ParkIdeaModal.ReasonField, "Why", MoveRules.MostReason, paragraph: true, hint: "Those who follow it read this. It can be brought back at any time.")],
    });

    public static Reply Parked(Idea idea, Snowflake by, bool inDm) => Reply.ChangeCard(new Container(
    [
        new TextDisplay($"⏸️ {Md.User(by)} parked {IdeaNameViews.Name(idea)}."),
        Control.Row(BringBack(Reference(idea, inDm))),
    ]));

    /// <summary>Under every word that an idea is parked.</summary>
    /// <param name="reference">An <see cref="IdeaReference"/>.</param>
    public static Button BringBack(string reference) => Control.Button("Bring it back", BringIdeaBackButton.Spec.For(reference));

    public static Reply IsNow(Idea idea) => Reply.Private($"{IdeaText.Mark(idea.Status)} {IdeaNameViews.Name(idea)} is {IdeaText.Status(idea.Status).ToLowerInvariant()} now.");

    /// <summary>What followers read as the reason when it comes back by one press.</summary>
    public static string ReasonToBringBack => "It goes on.";

    private static string Kept(bool inDm) => $"**Keep** leaves it on the board; so does any word{(inDm ? " in its thread" : " here")}, or a vote.";

    private static string Link(Idea idea) => IdeaCards.Url(idea) is { } url ? $" {url}" : "";

    private static Button Keep(Idea idea, bool inDm) => Control.Button("Keep", KeepIdeaButton.Spec.For(Reference(idea, inDm)), ButtonStyle.Success);

    private static string Reference(Idea idea, bool inDm) => inDm ? IdeaReference.InDm(idea) : IdeaReference.InServer(idea);
}
