using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"I solved it myself": asks how, for the next person.</summary>
internal sealed class SolvedMyselfButton(QuestionDesk questions) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "myself");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return question.AskerId != call.User ? AnswerViews.NotYoursToAccept(question)
            : question.State is QuestionState.Withdrawn or QuestionState.Duplicate ? AnswerViews.NotNow(question, question.State)
            : AnswerViews.AskHow(question);
    }
}
