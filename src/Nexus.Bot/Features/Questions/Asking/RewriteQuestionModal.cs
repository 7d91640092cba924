using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The form behind "Edit": changes a question before it is posted, or where it stands.</summary>
internal sealed class RewriteQuestionModal(QuestionBook book, AskingDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("asking", "rewrite") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        return question is null ? refusal! : await desk.AgainAsync(question, call, changes: true, ct);
    }
}
