using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Posts a draft, whatever was found that is like it, or tries again when Discord did not take it.</summary>
internal sealed class PostQuestionButton(QuestionBook book, AskingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "again") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        return await desk.StandsAsync(question, ct) ?? await desk.PostAsync(question, changes: true, ct);
    }
}
