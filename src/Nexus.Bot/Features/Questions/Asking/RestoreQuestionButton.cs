using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Fetches back a draft that was put away.</summary>
internal sealed class RestoreQuestionButton(QuestionBook book, AskingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "restore") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        return await desk.StandsAsync(question, ct) ?? await desk.ShowAsync(question, ct);
    }
}
