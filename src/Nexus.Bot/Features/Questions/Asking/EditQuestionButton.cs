using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Opens the form with the words that are there.</summary>
internal sealed class EditQuestionButton(QuestionBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "edit");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        return AskingViews.Form(
            RewriteQuestionModal.Spec.For(question.Id), question.Title, question.Text, question.Tried, question.Number is null ? question.IsAnonymous : null);
    }
}
