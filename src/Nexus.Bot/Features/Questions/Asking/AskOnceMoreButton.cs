using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Opens the form of a new question with the words of one that was taken back.</summary>
internal sealed class AskOnceMoreButton(QuestionBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "oncemore");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        return AskingViews.Form(
            WriteQuestionModal.Spec.For(new FormStart(call.Id, question.Track, null).ToString()), question.Title, question.Text, question.Tried, question.IsAnonymous);
    }
}
