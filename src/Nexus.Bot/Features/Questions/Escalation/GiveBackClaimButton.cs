using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>"Give it back": the ladder begins anew, without them.</summary>
internal sealed class GiveBackClaimButton(QuestionDesk desk, QuestionLife life) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "givebackclaim") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is { State: QuestionState.Claimed } question
        && question.HolderId == call.User
        && await life.TakeAsync(desk.Db, question, QuestionAct.Release, new QuestionActor(call.User, IsMentor: false, IsHelping: true), default, ct) is QuestionStep.Done
            ? ClaimViews.GivenBack(question)
            : ClaimViews.NotYours();
}
