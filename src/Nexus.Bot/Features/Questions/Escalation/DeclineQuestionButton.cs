using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>"Not now", under the message that asks somebody: the next best is asked at once.</summary>
internal sealed class DeclineQuestionButton(QuestionDesk desk, QuestionLife life, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "notnow");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, ct) is not { } question)
        {
            return AskViews.Gone();
        }

        var asked = await desk.Db.In<AskedAnswerer>(question.GuildId).SingleOrDefaultAsync(
            one => one.QuestionId == question.Id && one.PersonId == call.User && one.Opening == question.Opening && one.Step != AskedAnswerer.GaveItBack, ct);
        if (asked is null)
        {
            return AskViews.NotAskedToDecline();
        }

        if (question.State != QuestionState.Open)
        {
            return AskViews.NothingToDecline(question, call.User);
        }

        if (asked.DeclinedAt is null)
        {
            asked.DeclinedAt = clock.GetUtcNow();
            question.ClimbAt = asked.DeclinedAt;
            await life.SaveAsync(desk.Db, question, ct);
        }

        return AskViews.Declined(question);
    }
}
