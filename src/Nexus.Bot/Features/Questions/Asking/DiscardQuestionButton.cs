using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Puts a draft away; its words go by themselves after some days, until then it can be fetched back.</summary>
internal sealed class DiscardQuestionButton(QuestionBook book, AskingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("asking", "discard") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        return await desk.StandsAsync(question, ct) ?? AskingViews.Discarded(question);
    }
}
