using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing.Review;

/// <summary>What mentors and authors read around a review.</summary>
internal static class ReviewViews
{
    public const string ReasonField = "reason";

    private const int MostWords = 3000;
    private const int Colour = 0x80848E;

    /// <summary>An idea that waits, for the mentors' channel.</summary>
    public static Container Waiting(Idea idea, IReadOnlyCollection<RoleNeed> needs) => new(
    [
        .. Words(idea, needs),
        Control.Row([.. Buttons(idea, page: null)]),
    ])
    { AccentColor = Colour };

    /// <summary>The same once it is decided: who did, and where it is.</summary>
    /// <param name="last">The move that decided it; null when it never left the review.</param>
    public static Reply Decided(Idea idea, IdeaMove? last) => Reply.ChangeCard(new Container([new TextDisplay(Outcome(idea, last))]) { AccentColor = Colour });

    /// <summary>One after another, the longest waiting first.</summary>
    /// <param name="done">What just happened to one; empty when nothing did.</param>
    public static Reply Queue(IReadOnlyList<Idea> waiting, IReadOnlyCollection<RoleNeed> needs, int page, bool needsReview, bool changes, string done = "")
    {
        List<Component> parts = [];
        if (done.Length > 0)
        {
            parts.Add(new TextDisplay(done));
        }

        if (waiting.Count == 0)
        {
            parts.Add(new TextDisplay($"No idea waits for review.{(needsReview ? "" : " Ideas go straight onto the board here; `/idea settings` changes that.")}"));
            return ProposingViews.Card(changes, parts);
        }

        var (shown, at, pages) = Paging.Slice(waiting, page, 1);
        return ProposingViews.Card(changes,
        [
            .. parts,
            new Container([.. Words(shown[0], needs), Control.Row([.. Buttons(shown[0], at)])]) { AccentColor = Colour },
            .. Paging.Turns(at, pages, (way, to) => TurnQueueButton.Spec.For($"{way}/{to}")),
        ]);
    }

    public static Reply Why(string customId, Idea idea) => Reply.Form(new Modal
    {
        CustomId = customId,
        Title = string.Create(CultureInfo.InvariantCulture, $"Decline idea #{idea.Number}"),
        Components =
        [
            Control.TextField(ReasonField, "Why, and what would help?", MoveRules.MostReason, paragraph: true,
                hint: "Its author reads this in a direct message, with your name", placeholder: "We have two like it; could you join #12, or say what is different?"),
        ],
    });

    public static Reply NeedsReason() => Reply.Private("Please say why: its author should know what to do next. Nothing was changed.");

    /// <summary>For an author, in a direct message.</summary>
    public static Container ForAuthor(Idea idea, IdeaMove move) => move.To == IdeaStatus.Declined
        ? new Container(
        [
            new TextDisplay($"✖️ Your idea {IdeaNameViews.Name(idea)} is not on the board yet. {Md.User(move.By)} says:\n> {Quoted(move.Reason)}\n-# Nobody but mentors has seen it. Change it, then propose it again."),
            Control.Row(
                Control.Button("Edit", Editing.EditIdeaButton.Spec.For(IdeaReference.InDm(idea)), ButtonStyle.Primary),
                Control.Button("Propose it again", ProposeAgainButton.Spec.For(IdeaReference.InDm(idea)))),
        ])
        : new Container(
        [
            new TextDisplay($"✅ {Md.User(move.By)} approved your idea {IdeaNameViews.Name(idea)}: {(IdeaCards.Url(idea) is { } url ? url : "it goes onto the board now.")}"),
        ]);

    public static Reply StaysDeclined(Idea idea) => Reply.Private(idea.Status == IdeaStatus.Declined
        ? $"Mentors declined {IdeaNameViews.Name(idea)} on the board, so only they bring it back. Talk to them in its thread."
        : $"{IdeaNameViews.Name(idea)} cannot be proposed again while it is {IdeaText.Status(idea.Status).ToLowerInvariant()}.");

    /// <summary>In one line, after a decision or when somebody was faster.</summary>
    public static string Outcome(Idea idea, IdeaMove? last) => (idea.Status, last) switch
    {
        (IdeaStatus.InReview, _) => $"🕓 {IdeaNameViews.Name(idea)} waits for review again.",
        (IdeaStatus.Withdrawn, _) => $"↩️ Its author took {IdeaNameViews.Name(idea)} back.",
        (_, null) => $"{IdeaNameViews.Linked(idea)}",
        (IdeaStatus.Declined, { } move) => $"✖️ {Md.User(move.By)} declined {IdeaNameViews.Name(idea)}:\n> {Quoted(move.Reason)}",
        (_, { } move) => $"✅ {Md.User(move.By)} approved {IdeaNameViews.Linked(idea)}",
    };

    private static IEnumerable<Component> Words(Idea idea, IReadOnlyCollection<RoleNeed> needs)
    {
        yield return new TextDisplay($"### 🕓 {IdeaNameViews.Name(idea)}\n-# by {Md.User(idea.AuthorId)}, waits for review since {Md.Time(idea.TouchedAt, 'R')}");
        var words = string.Join("\n\n", new[]
        {
            Part("The problem", idea.Problem), Part("For whom", idea.ForWhom), Part("A rough solution", idea.Solution),
        }.Where(part => part.Length > 0));
        yield return new TextDisplay(words.Length <= MostWords ? words : UserMarkdown.Safe(Md.Cut(words, MostWords)));
        yield return new TextDisplay($"Needed: {FormViews.Needs(needs)}.{(idea.Tags.Count > 0 ? $" Tags: {string.Join(", ", idea.Tags.Select(Md.Code))}." : "")}");
    }

    private static string Part(string heading, string typed) => typed.Length == 0 ? "" : $"**{heading}**\n{UserMarkdown.Safe(typed)}";

    private static IEnumerable<Component> Buttons(Idea idea, int? page)
    {
        var argument = page is { } at ? string.Create(CultureInfo.InvariantCulture, $"{idea.Id}/{at}") : IdeaReference.InServer(idea);
        yield return Control.Button("Approve", ApproveIdeaButton.Spec.For(argument), ButtonStyle.Success);
        yield return Control.Button("Decline…", DeclineIdeaButton.Spec.For(argument), ButtonStyle.Danger);
    }

    private static string Quoted(string typed) => Md.Escape(typed).ReplaceLineEndings("\n> ");
}
