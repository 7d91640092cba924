using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>I take it.</summary>
internal sealed class ClaimQuestionButton(QuestionSteps steps) : IButton
{
    public static ControlSpec Spec => QuestionControls.Claim;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => steps.TakeAsync(call, QuestionAct.Claim, ct);
}

/// <summary>Give it back.</summary>
internal sealed class ReleaseQuestionButton(QuestionSteps steps) : IButton
{
    public static ControlSpec Spec => QuestionControls.Release;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => steps.TakeAsync(call, QuestionAct.Release, ct);
}

/// <summary>Not solved after all, or needed again.</summary>
internal sealed class ReopenQuestionButton(QuestionSteps steps) : IButton
{
    public static ControlSpec Spec => QuestionControls.Reopen;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => steps.TakeAsync(call, QuestionAct.Reopen, ct);
}

/// <summary>Keep open, when asked whether it is solved.</summary>
internal sealed class KeepQuestionOpenButton(QuestionSteps steps) : IButton
{
    public static ControlSpec Spec => QuestionControls.KeepOpen;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => steps.TakeAsync(call, QuestionAct.KeepOpen, ct);
}

/// <summary>No answer is needed any more.</summary>
internal sealed class WithdrawQuestionButton(QuestionSteps steps) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "withdraw");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => steps.TakeAsync(call, QuestionAct.Withdraw, ct);
}
