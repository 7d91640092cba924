using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>What people read while an idea goes to its place. All of it only its author sees.</summary>
internal static class ProposingViews
{
    private const string FileName = "idea.md";
    private const int MostQuoted = 1400;
    private const int MostTag = 60;

    /// <param name="near">Pages that may be meant.</param>
    public static Reply UnknownTag(string typed, IReadOnlyList<HubPage> near, string title) => Reply.Private(
            $"The hub has no topic called “{Md.EscapeLine(Md.Cut(Md.Line(typed), MostTag))}”.{(near.Count > 0 ? $" Did you mean {string.Join(" or ", near.Select(page => $"**{Md.EscapeLine(page.Title)}**"))}?" : "")} Without a tag I find out what your idea is about, and you can change that afterwards.")
        .With(Control.Button("Propose without a tag", ProposeIdeaButton.Spec.Fitting(title), ButtonStyle.Primary));

    public static Reply NoSuchIdea(int number) => Reply.Private(string.Create(CultureInfo.InvariantCulture, $"There is no idea #{number} on the board."))
        .With(Control.Button("Propose an idea", ProposeIdeaButton.Spec.For(), ButtonStyle.Primary));

    public static Reply BeingPosted(Idea idea, bool changes) => Card(changes,
        [new TextDisplay("📨 Posting your idea…\n-# If this stays for more than a minute, press **Try again**. It is not posted twice."), Control.Row(Again(idea))]);

    /// <summary>Where an idea that is no draft any more stands.</summary>
    /// <param name="follows">Its author is in the thread.</param>
    public static Reply Stands(Idea idea, IReadOnlyCollection<RoleNeed> needs, bool changes, bool follows = false)
    {
        var name = IdeaNameViews.Linked(idea);
        var words = idea.Status switch
        {
            IdeaStatus.InReview => $"🕓 {name} waits for a mentor, who reads it before others see it. I tell you in a direct message what comes of it.\n{Filed(idea, needs)}",
            IdeaStatus.Withdrawn => $"↩️ {name} is withdrawn.",
            _ when idea.CardMessageId is not null => $"✅ {name}\n{Filed(idea, needs)}{(follows ? "\n-# You are in its thread, so you hear what others say." : "")}",
            _ => $"{Board.IdeaText.Mark(idea.Status)} {name} is {Board.IdeaText.Status(idea.Status).ToLowerInvariant()}, and has no post just now.",
        };
        return Card(changes,
        [
            new TextDisplay(words),
            .. idea.Status == IdeaStatus.Withdrawn ? [Control.Row(Control.Button("Propose it again", ProposeAgainButton.Spec.For(idea.Id)))]
                : idea.Status == IdeaStatus.InReview || idea.Status.IsOpen()
                    ?
                    [
                        Control.Row(
                            Control.Button("Change tags", ChangeTagsButton.Spec.For(idea.Id)),
                            Control.Button("Edit", Editing.EditIdeaButton.Spec.For(IdeaReference.InServer(idea))),
                            Control.Button("Undo", UndoIdeaButton.Spec.For(idea.Id))),
                    ]
                    : Array.Empty<Component>(),
        ]);
    }

    public static Reply NoForum() => Reply.Private(NoForumText);

    public static Reply NoForum(Idea idea, bool changes) => Keeping(idea, changes, NoForumText);

    /// <summary>Who is needed was not understood; everything that was typed is kept.</summary>
    public static Reply NeedsUnclear(Idea draft, ProposedWords words, bool changes) => Card(changes,
    [
        new TextDisplay($"{FormViews.NotUnderstood(words.Needs)} Write it like `2 backend, 1-2 frontend, mentor`, or leave it empty.\n-# Nothing is posted yet; what you wrote is kept.{FormViews.Warning(words)}"),
        Control.Row(
            Control.Button("Edit", EditDraftButton.For(draft, words.NeedsTyped), ButtonStyle.Primary),
            Control.Button("Discard", DiscardIdeaButton.Spec.For(draft.Id))),
    ]);

    /// <summary>Something has to be written, or less of it.</summary>
    public static Reply Unfinished(Idea draft, ProposedWords words, bool changes)
    {
        var controls = Control.Row(
            Control.Button("Write on", EditDraftButton.For(draft), ButtonStyle.Primary),
            Control.Button("Discard", DiscardIdeaButton.Spec.For(draft.Id)));
        return words.Whole is { } whole
            ? Card(changes,
                [
                    new TextDisplay($"{TooMuch} Nothing was posted. All of your words are in the file; the form has as many as fit.{FormViews.Warning(words)}"),
                    File(),
                    controls,
                ])
                .WithFiles(new FileUpload(FileName, Encoding.UTF8.GetBytes(whole)))
            : Card(changes, [new TextDisplay("An idea needs a line that says what it is, and the problem it solves. Nothing was posted; what you wrote is kept."), controls]);
    }

    public static string TooMuch { get; } = string.Create(CultureInfo.InvariantCulture,
        $"That is more than an idea holds: a line of {Idea.MostTitle} characters, {Idea.MostProblem} for the problem, {Idea.MostForWhom} for whom and {Idea.MostSolution} for the solution.");

    public static Reply Refused(Idea idea, Snowflake place, int code) => Keeping(idea, changes: true,
        $"Your idea is not posted: {PlaceViews.Why(place, code)} I have told the mentors, if they have a log channel; press **Try again** when it is mended.");

    public static Reply OutOfReach(Idea idea) => Card(changes: true,
    [
        new TextDisplay("Discord does not answer right now, so I do not know whether your idea arrived. I go on trying by myself, and look first: it is not posted twice."),
        Control.Row(Again(idea)),
    ]);

    public static Reply Discarded(Idea idea) => Card(changes: true,
        [new TextDisplay("🗑️ Discarded. Nothing was posted."), Control.Row(Control.Button("Undo", RestoreIdeaButton.Spec.For(idea.Id)))]);

    /// <summary>Another idea has their voice; the answer to that comes beside it.</summary>
    public static Reply PutAway(Idea draft) => Card(changes: true,
    [
        new TextDisplay($"Your idea **{Md.EscapeLine(draft.Title)}** was not posted; I keep your words for a week. What is special about yours is welcome in the other one's thread."),
        Control.Row(Control.Button("Show mine again", RestoreIdeaButton.Spec.For(draft.Id))),
    ]);

    /// <param name="isDeleted">Null while its post is still to be deleted, or there is none.</param>
    public static Reply Undone(Idea idea, bool? isDeleted) => Card(changes: true,
    [
        new TextDisplay(isDeleted switch
        {
            true => "↩️ Your idea is gone from the board; I keep your words.",
            false => "↩️ Your idea is withdrawn. I could not delete its post, or somebody had written there, so that stays.",
            null => "↩️ Your idea is withdrawn. I keep your words.",
        }),
        Control.Row(Control.Button("Propose it again", ProposeAgainButton.Spec.For(idea.Id))),
    ]);

    public static Reply TooLateToUndo(Idea idea) => Reply.Private(
        $"Others have voted, joined or written, or it has stood for more than {UndoIdeaButton.Minutes} minutes, so I no longer delete it. **More…** on {(idea.ThreadId is { } thread ? Md.Channel(thread) : "its card")} withdraws it; the discussion stays.");

    public static Reply OnlyInAServer() => Reply.Private("Ideas belong to a server's board. Please propose yours there, not in direct messages.");

    public static Reply NotYours() => Reply.Private("Only who wrote the idea can do that.");

    public static Reply Gone() => Reply.Private("That idea is no longer here. `/idea add` starts a new one.");

    /// <summary>A changed or new card; both only its author sees.</summary>
    internal static Reply Card(bool changes, IReadOnlyList<Component> parts) => changes ? Reply.ChangeCard(parts) : Reply.PrivateCard(parts);

    private const string NoForumText =
        "This server has no place for ideas yet, so nothing was posted. Please ask a mentor to have `/nexus setup` run.";

    private static string Filed(Idea idea, IReadOnlyCollection<RoleNeed> needs) =>
        $"Needed: {FormViews.Needs(needs)}.{(idea.Tags.Count > 0 ? $" Tags: {string.Join(", ", idea.Tags.Select(Md.Code))}." : "")}";

    private static FileComponent File() => new(new UnfurledMedia($"attachment://{FileName}"));

    private static Button Again(Idea idea) => Control.Button("Try again", PostIdeaButton.Spec.For(idea.Id));

    // Nobody shall have to type it twice.
    private static Reply Keeping(Idea idea, bool changes, string text)
    {
        var words = string.Join("\n\n", new[] { idea.Title, idea.Problem, idea.ForWhom, idea.Solution }.Where(part => part.Length > 0));
        var isLong = words.Length > MostQuoted;
        IReadOnlyList<Component> parts = isLong
            ? [new TextDisplay($"{text}\nYour words are kept, and in the file below."), File()]
            : [new TextDisplay($"{text}\nYour words are kept; to copy:\n```\n{words.Replace("```", "ˋˋˋ", StringComparison.Ordinal)}\n```")];
        var shown = Card(changes, [.. parts, Control.Row(Again(idea), Control.Button("Edit", EditDraftButton.For(idea)))]);
        return isLong ? shown.WithFiles(new FileUpload(FileName, Encoding.UTF8.GetBytes(words))) : shown;
    }
}
