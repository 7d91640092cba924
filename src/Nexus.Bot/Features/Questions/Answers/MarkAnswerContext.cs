using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>"Mark as answer" on a message in a question's thread; used again it offers to take the mark back.</summary>
internal sealed class MarkAnswerContext(NexusDb db, AnswerDesk desk) : IContextCommand
{
    public static ContextSpec Spec { get; } = new("Mark as answer", ApplicationCommandType.Message)
    {
        Summary = "Say which message helped with a question (its asker and mentors), or that yours is an answer",
    };

    public async Task<Reply> HandleAsync(ContextCall call, CancellationToken ct)
    {
        if (call.TargetMessage is not { } message)
        {
            return AnswerViews.MessageGone();
        }

        if (await db.In<Question>(call.Guild).AsNoTracking().FirstOrDefaultAsync(it => it.OriginMessageId == message.Id && it.Number != null, ct) is { } asked)
        {
            return AnswerViews.IsTheQuestion(asked);
        }

        if (await AnswerDesk.OfThreadAsync(db, call.Guild, call.Channel, ct) is not { } question)
        {
            return AnswerViews.NoQuestion();
        }

        if (message.Id == question.CardMessageId)
        {
            return AnswerViews.IsTheQuestion(question);
        }

        var here = message with { ChannelId = call.Channel };
        var said = Said.IsByAPerson(here) ? Said.Of(here, here.Author!.Id)
            : Said.IsForTheAsker(here, call.Interaction.ApplicationId) ? Said.OfTheAsker(here, question.AskerId)
            : null;
        if (said is null)
        {
            return AnswerViews.NotByAPerson();
        }

        var by = await desk.ActorAsync(call.Interaction, ct);
        return question.IsAnonymous && Said.IsByAPerson(here) && said.Author == question.AskerId && AnswerDesk.Accepts(question, by)
            ? AnswerViews.WouldName(question, isAsker: by.Id == question.AskerId)
            : await desk.MarkAsync(db, question, said, by, ct);
    }
}
