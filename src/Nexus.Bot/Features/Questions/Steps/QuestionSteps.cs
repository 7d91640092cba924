using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>Takes the step that somebody asked for, and says what came of it.</summary>
internal sealed class QuestionSteps(QuestionDesk desk, QuestionLife life)
{
    public async Task<Reply> TakeAsync(ControlCall call, QuestionAct act, CancellationToken ct) =>
        await desk.FindAsync(call, ct) is { } question ? await TakeAsync(call, question, act, default, ct) : QuestionStepViews.Gone();

    /// <param name="about">Who it is handed to.</param>
    public async Task<Reply> TakeAsync(Call call, Question question, QuestionAct act, Snowflake about, CancellationToken ct)
    {
        if (act == QuestionAct.Reopen && question.CardMessageId is null)
        {
            return QuestionStepViews.PostGone(question);
        }

        var by = await desk.ActorAsync(call, question, ct);
        var step = await life.TakeAsync(desk.Db, question, act, by, about, ct);
        return QuestionStepViews.Of(question, act, step, by, about, QuestionDesk.Reference(call, question));
    }
}
