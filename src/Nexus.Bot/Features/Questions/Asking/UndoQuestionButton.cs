using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Takes a question back that was just posted, while nobody is on it.</summary>
internal sealed class UndoQuestionButton(NexusDb db, QuestionBook book, QuestionLife life, TimeProvider clock) : IButton
{
    public const int Minutes = 10;

    public static ControlSpec Spec { get; } = new("asking", "undo") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (question, refusal) = await book.MineAsync(call, ct);
        if (question is null)
        {
            return refusal!;
        }

        if (question.State == QuestionState.Withdrawn)
        {
            return AskingViews.Undone(question, isDeleted: null).Afterwards<DeletePostFollowUp>(AskingViews.Key(question));
        }

        if (question.State != QuestionState.Open || question.PostedAt < clock.GetUtcNow() - TimeSpan.FromMinutes(Minutes)
            || await db.In<QuestionAnswer>(question.GuildId).AnyAsync(answer => answer.QuestionId == question.Id, ct)
            || await db.In<QuestionFollower>(question.GuildId).AnyAsync(follower => follower.QuestionId == question.Id, ct))
        {
            return AskingViews.TooLateToUndo(question);
        }

        question.EndedBecause = Question.TakenBack;
        await life.TakeAsync(db, question, QuestionAct.Withdraw, new QuestionActor(call.User, IsMentor: false, IsHelping: false), default, ct);
        return AskingViews.Undone(question, isDeleted: null).Afterwards<DeletePostFollowUp>(AskingViews.Key(question));
    }
}
