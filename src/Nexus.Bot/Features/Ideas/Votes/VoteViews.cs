using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <param name="Pressed">The idea whose card was pressed.</param>
/// <param name="Idea">As which it goes on.</param>
/// <param name="Tally">With this vote.</param>
internal sealed record VoteAnswer(Idea Pressed, Idea Idea, VoteStep Step, SaidOfIdea Said, Tally Tally)
{
    /// <summary>What they said until now.</summary>
    public Stance? Before { get; init; }

    /// <summary>The other ideas that are not decided yet and that they are for.</summary>
    public IReadOnlyList<Idea> Open { get; init; } = [];

    /// <summary>The one of these whose vote was given up.</summary>
    public Idea? Given { get; init; }
}

/// <summary>What somebody reads who voted, or could not.</summary>
internal static class VoteViews
{
    private const int MostChoices = 25;

    /// <param name="answer">What came of it.</param>
    /// <param name="reference">How the controls name the idea.</param>
    /// <param name="changes">An earlier answer becomes this one.</param>
    public static Reply Of(VoteAnswer answer, string reference, bool changes)
    {
        var (pressed, idea, step, said, tally) = answer;
        var text = step switch
        {
            VoteStep.Counted => Counted(answer),
            VoteStep.Already { Stance: Stance.For } => $"You are for {Name(idea)} already, and your vote counts once. It has {IdeaText.Votes(tally.For)}.",
            VoteStep.Already when said.Why is { } why => $"Your **not yet** for {Name(idea)} stands, now with your words:\n> {Md.EscapeLine(why)}",
            VoteStep.Already => $"You said **not yet** for {Name(idea)} already. It stands.",
            VoteStep.OwnIdea => $"{Name(idea)} is your own: that you propose it says you are for it. Here authors do not vote for their own ideas. Would you build it, too? Press **I'd build this**.",
            VoteStep.Enough enough => Enough(idea, enough.Most),
            VoteStep.NotNow not => NotNow(idea, not.Status),
            _ => throw new InvalidOperationException("A vote without words."),
        };
        if (pressed.Id != idea.Id)
        {
            text = $"{Name(pressed)} goes on as {Name(idea)}, and votes count there.\n{text}";
        }

        IReadOnlyList<Component> controls = step switch
        {
            VoteStep.Counted or VoteStep.Already when said.Stance == Stance.For => [NotYet(reference), TakeBack(reference)],
            VoteStep.Counted or VoteStep.Already => [AfterAll("I'm for it after all", reference), TakeBack(reference)],
            VoteStep.Enough => [Swap(answer.Open, reference)],
            VoteStep.NotNow when answer.Before is not null => [TakeBack(reference)],
            _ => [],
        };
        return (changes ? Reply.Change(text) : Reply.Private(text)).With(controls);
    }

    public static Reply TakenBack(Idea idea, VoteStep step, Tally tally, string reference)
    {
        var reply = Reply.Change(step is VoteStep.TakenBack before
            ? $"{(before.Before == Stance.For ? "Your vote" : "Your **not yet**")} for {Name(idea)} is taken back. It has {IdeaText.Votes(tally.For)}."
            : $"You have no vote for {Name(idea)}, so there is none to take back.");
        return idea.Status.IsOpen() ? reply.With(AfterAll("Vote for it", reference)) : reply;
    }

    public static Reply NotYetForm(string argument) => Reply.Form(new Modal
    {
        CustomId = NotYetModal.Spec.For(argument),
        Title = "Not yet",
        Components =
        [
            Control.TextField(
                NotYetModal.WhyField,
                "What is missing for you?",
                IdeaVote.MostWhy,
                paragraph: true,
                required: false,
                hint: "Its author and the mentors read it, nobody else. You may leave it empty.",
                placeholder: "Such as: too big for four weeks"),
        ],
    });

    private static string Counted(VoteAnswer answer)
    {
        var name = Name(answer.Idea);
        if (answer.Said.Stance == Stance.NotYet)
        {
            var words = answer.Said.Why is { } why ? $"\n> {Md.EscapeLine(why)}" : "";
            var until = answer.Before == Stance.For ? "Your vote for it no longer counts." : "It takes no vote away from it.";
            return $"✋ Noted: **not yet** for {name}. {until} Only its author and the mentors see that it is you.{words}";
        }

        var given = answer.Given is { } other ? $"\nYour vote for {Name(other)} is given up for it." : "";
        var now = answer.Before == Stance.NotYet ? "Your **not yet** is now a vote for" : "Your vote counts for";
        return $"👍 {now} {name}. It has {IdeaText.Votes(answer.Tally.For)}.{given}";
    }

    private static string Enough(Idea idea, int most) => string.Create(
        CultureInfo.InvariantCulture,
        $"Here you can be for {(most == 1 ? "one idea" : $"{most} ideas")} at a time, until they are decided, and you are. Which vote do you give up for {Name(idea)}?");

    private static string NotNow(Idea idea, IdeaStatus status)
    {
        var talk = idea.ThreadId is { } thread ? $" Say what you think in its thread: {Md.ChannelUrl(idea.GuildId, thread)}" : "";
        return status switch
        {
            IdeaStatus.Building => $"🔨 {Name(idea)} is being built, so votes are over.{talk}",
            IdeaStatus.Shipped => $"🚀 {Name(idea)} is built, so votes are over.{talk}",
            IdeaStatus.Parked => $"⏸️ {Name(idea)} is parked: it takes votes again when somebody brings it back. **More…** on its card shows who can.",
            IdeaStatus.Declined => $"✖️ {Name(idea)} was declined, so it takes no votes. Its card says why.",
            IdeaStatus.Withdrawn => $"↩️ {Name(idea)} was taken back by its author, so it takes no votes. `/idea board` shows those that do.",
            _ => $"{Name(idea)} takes no votes now. `/idea board` shows those that do.",
        };
    }

    private static StringSelect Swap(IReadOnlyList<Idea> open, string reference) => new()
    {
        CustomId = SwapVoteSelect.Spec.For(reference),
        Placeholder = "Give up my vote for…",
        Options =
        [
            .. open.Take(MostChoices).Select(idea => new SelectOption(
                Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} {Md.Line(idea.Title)}"), 100),
                idea.Id.ToString(CultureInfo.InvariantCulture))),
        ],
    };

    private static Button NotYet(string reference) => Control.Button("Not yet…", NotYetButton.Spec.For(reference));

    private static Button TakeBack(string reference) => Control.Button("Take it back", TakeVoteBackButton.Spec.For(reference));

    private static Button AfterAll(string label, string reference) => Control.Button(label, VoteAfterAllButton.Spec.For(reference), ButtonStyle.Primary);

    private static string Name(Idea idea) => IdeaNameViews.Name(idea);
}
