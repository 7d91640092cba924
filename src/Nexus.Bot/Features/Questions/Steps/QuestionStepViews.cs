using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>What somebody reads who took a step, or could not; every refusal says why, and what works.</summary>
internal static class QuestionStepViews
{
    public static Reply Of(Question question, QuestionAct act, QuestionStep step, QuestionActor by, Snowflake about, string reference) => step switch
    {
        QuestionStep.Done => Done(question, act, about, reference),
        QuestionStep.Already already => Reply.Private(Already(question, act, already.State, about)),
        QuestionStep.Taken taken => Reply.Private($"{Md.User(taken.Holder)} was faster: they have {QuestionCardViews.Name(question)}. What you know is welcome in its thread all the same: {QuestionLink.Of(question)}"),
        QuestionStep.NotYours => Reply.Private(NotYours(question, act, by, about)),
        QuestionStep.NotNow not => Reply.Private(NotNow(question, not.State)),
        _ => throw new InvalidOperationException("A step without words."),
    };

    public static Reply Gone() => Reply.Private("That question is no longer here. `/questions list` shows those that are.");

    /// <summary>It cannot be opened again: there is no place for answers.</summary>
    public static Reply PostGone(Question question) => Reply.Private(
        $"The post of {QuestionCardViews.Name(question)} was deleted, so it cannot be opened again. Ask it anew:").With(AskButton.For(question.Title));

    public static Reply SameHere(Question question, int others, string reference) => Reply.Private(
        $"👥 You have the same question as {QuestionCardViews.Name(question)}: you hear when it is solved."
            + (others > 0 ? $" {(others == 1 ? "One other has" : $"{others} others have")} it, too." : "")
            + (question.State == QuestionState.Accepted ? " It is solved already: look at the answers above." : ""))
        .With(Control.Button("No longer", QuestionControls.NotSame.For(reference)));

    public static Reply SameAlready(Question question, string reference) => Reply.Private(
        $"You follow {QuestionCardViews.Name(question)} already, and hear when it is solved.").With(Control.Button("No longer", QuestionControls.NotSame.For(reference)));

    public static Reply SameIsYours(Question question) => Reply.Private($"{QuestionCardViews.Name(question)} is your own question, so you hear of it anyway.");

    public static Reply SameIsOver(Question question) => Reply.Private(question.State == QuestionState.Duplicate
        ? "It was asked before; press **Show the earlier one**, and **Same here** there."
        : "It was withdrawn, so no answer will come to it. Ask your own:").With([.. question.State == QuestionState.Duplicate ? [] : new[] { AskButton.For(question.Title) }]);

    public static Reply NotSame(Question question) => Reply.Private($"You no longer follow {QuestionCardViews.Name(question)}.");

    public static Reply Revealed(Question question) => Reply.Private(
        $"🕶️ {QuestionCardViews.Name(question)} was asked by {Md.User(question.AskerId)}. Please keep it to yourself.\n-# That you looked is in the server's log, and they are told that a mentor looked.");

    public static Reply NotAnonymous(Question question) => Reply.Private($"{QuestionCardViews.Name(question)} was asked with a name: {Md.User(question.AskerId)}.");

    public static Reply OnlyMentorsReveal() => Reply.Private("Who asks without their name is known to mentors only.");

    private static Reply Done(Question question, QuestionAct act, Snowflake about, string reference)
    {
        var name = QuestionCardViews.Name(question);
        return act switch
        {
            QuestionAct.Claim => Reply.Private($"🙋 {name} is yours. Answer in its thread: {QuestionLink.Of(question)}")
                .With(Control.Button("Give it back", QuestionControls.Release.For(reference))),
            QuestionAct.Release => Reply.Private($"🟡 {name} is open again; others are asked."),
            QuestionAct.HandOver => Reply.Private($"🙋 {name} is handed to {Md.User(about)}. They are told."),
            QuestionAct.Withdraw => Reply.Private($"⚪ {name} is withdrawn: nobody is asked any more.")
                .With(Control.Button("Undo", QuestionControls.Reopen.For(reference))),
            QuestionAct.Reopen => Reply.Private($"🟡 {name} is open again; helpers are asked anew. A line in its thread about what is still missing helps them: {QuestionLink.Of(question)}"),
            QuestionAct.KeepOpen => Reply.Private($"{name} stays open. When nobody writes I ask again {Md.Time(question.SilenceAt ?? question.ActiveAt, 'R')}."),
            QuestionAct.MarkDuplicate => Reply.Private($"↪️ {name} now leads to the question it repeats.")
                .With(Control.Button("Undo", QuestionControls.Reopen.For(reference))),
            _ => throw new InvalidOperationException($"{act} is worded elsewhere."),
        };
    }

    private static string Already(Question question, QuestionAct act, QuestionState state, Snowflake about) => (act, state) switch
    {
        (QuestionAct.Claim, _) => $"You have {QuestionCardViews.Name(question)} already. Answer in its thread: {QuestionLink.Of(question)}",
        (QuestionAct.Release, _) => "Nobody has it: it is open.",
        (QuestionAct.HandOver, _) => $"{Md.User(about)} has it already.",
        (QuestionAct.Withdraw, _) => "It is withdrawn already.",
        (QuestionAct.MarkDuplicate, _) => "It is marked as asked before already.",
        (_, QuestionState.Open or QuestionState.Claimed) => "It is open, and stays so until it is answered.",
        (_, QuestionState.Accepted) => "It is solved, and its answers stay where they are.",
        _ => "Nothing has changed: it is so already.",
    };

    private static string NotYours(Question question, QuestionAct act, QuestionActor by, Snowflake about) => act switch
    {
        QuestionAct.Claim when by.Id == question.AskerId => "It is your own question. When you have found the answer, press **It's solved**.",
        QuestionAct.Claim => "Taking questions is for those who said what they know: `/helper set` does that in a minute. An answer in the thread is welcome from everybody.",
        QuestionAct.HandOver when about == question.AskerId && question.IsAnonymous => "They cannot take it. Choose somebody else.",
        QuestionAct.HandOver when about == question.AskerId => "That is who asked it; they cannot take it themselves. Choose somebody else.",
        QuestionAct.Release or QuestionAct.HandOver => "Only who has taken a question, or a mentor, can give it away.",
        QuestionAct.Withdraw => "Only who asked a question, or a mentor, can withdraw it.",
        QuestionAct.Reopen => "Only who asked a question, or a mentor, can open it again. Do you have the same problem still? Write so in its thread.",
        QuestionAct.MarkDuplicate => "Only who asked a question, or a mentor, can mark it as asked before. Write in its thread which one you mean.",
        _ => "Only who asked a question, or a mentor, can do that.",
    };

    private static string NotNow(Question question, QuestionState state)
    {
        var name = QuestionCardViews.Name(question);
        return state switch
        {
            QuestionState.Answered => $"{name} has an answer already. If that did not help, **Not solved** opens it again.",
            QuestionState.Accepted => $"{name} is solved already. If it is not after all, **Not solved** opens it again.",
            QuestionState.Stale => $"{name} has an answer and went to rest. **Not solved** opens it again.",
            QuestionState.Withdrawn => $"{name} is withdrawn. **Open it again** on its card comes first.",
            QuestionState.Duplicate => $"{name} is marked as asked before. If it is not the same, **It's not the same** on its card opens it again.",
            QuestionState.Open => $"{name} is open; nobody has taken it yet.",
            QuestionState.Claimed => $"{name} is taken by {Md.User(question.HolderId ?? default)}.",
        };
    }
}
