using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>"One of these solved it", where several things were offered.</summary>
internal sealed class SolvedBySelect(QuestionBook book, AskingDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("asking", "helpedby") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var (draft, refusal) = await book.MineAsync(call, ct);
        return draft is null ? refusal! : await desk.StandsAsync(draft, ct) ?? await desk.HelpedAsync(draft, call.Values.FirstOrDefault() ?? "", ct);
    }
}
