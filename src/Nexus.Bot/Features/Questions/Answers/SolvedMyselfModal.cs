using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>What the asker found out goes into the thread, and is marked as what helped.</summary>
internal sealed class SolvedMyselfModal(QuestionDesk questions) : IModal
{
    public static ControlSpec Spec { get; } = new("questions", "myself");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (await questions.FindAsync(call, ct) is not { } question)
        {
            return AnswerViews.Gone();
        }

        return question.AskerId != call.User ? AnswerViews.NotYoursToAccept(question)
            : !call.Text(AnswerViews.WordsField).Any(char.IsLetterOrDigit) ? AnswerViews.NoWords()
            : AnswerViews.PostingOwn().Afterwards<PostOwnAnswer>(call.Argument);
    }
}
