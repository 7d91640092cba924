using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>"Keep it": its holder is still on it.</summary>
internal sealed class KeepClaimButton(QuestionDesk desk, QuestionLife life, QuestionSettingsStore settings, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "keepclaim") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { State: QuestionState.Claimed } question || question.HolderId != call.User)
        {
            return ClaimViews.NotYours();
        }

        var now = clock.GetUtcNow();
        (question.ActiveAt, question.HolderAskedAt) = (now, null);
        question.LapseAt = QuestionLadders.HolderIsAsked(await settings.OfAsync(question.GuildId, ct), now);
        await life.SaveAsync(desk.Db, question, ct);
        return ClaimViews.Kept(question);
    }
}
