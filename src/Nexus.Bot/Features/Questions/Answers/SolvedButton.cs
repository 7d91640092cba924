using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"It's solved" on the card: offers what others wrote in the thread, so that one choice marks what helped.</summary>
internal sealed class SolvedButton(QuestionDesk questions, AnswerDesk desk) : IButton
{
    public static ControlSpec Spec => QuestionControls.Solved;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return !AnswerDesk.Accepts(question, await desk.ActorAsync(call.Interaction, ct)) ? AnswerViews.NotYoursToAccept(question)
            : question.State is QuestionState.Withdrawn or QuestionState.Duplicate ? AnswerViews.NotNow(question, question.State)
            : AnswerViews.Reading().Afterwards<OfferReplies>(QuestionReference.InDm(question));
    }
}
