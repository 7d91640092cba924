using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Who wrote what helped is thanked in the thread, once for each answer; nobody is thanked for having helped themselves.</summary>
internal sealed class ThankForAnswer : IQuestionConsequence
{
    public const string DeliveryKind = "question-thanks";

    public QuestionEffects Of => QuestionEffects.Thank;

    public async Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct)
    {
        var answer = db.ChangeTracker.Entries<QuestionAnswer>().Select(row => row.Entity).FirstOrDefault(it => it.MessageId == change.About)
            ?? await db.In<QuestionAnswer>(question.GuildId).SingleAsync(it => it.MessageId == change.About, ct);
        if (question.ThreadId is { } thread && answer.AuthorId != question.AskerId && answer.AuthorId != change.By.Id)
        {
            await Once.PlanAsync(db, Delivery.Plan(question.GuildId, DeliveryKind, (long)answer.MessageId.Value, DeliveryTarget.In(thread), change.At), ct);
        }
    }
}
