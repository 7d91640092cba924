using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>
/// Its asker hears of the first answer; with everyone who has the same question, of what helped and of where it was asked before:
/// named in the thread, or in private when nobody shall see who asks. Each once while the question is open once.
/// </summary>
internal sealed class TellThoseWhoWait : IQuestionConsequence
{
    public QuestionEffects Of => QuestionEffects.TellSubscribers;

    public async Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct)
    {
        if (QuestionNews.Told(change.Act) is not { } about || question.ThreadId is not { } thread)
        {
            return;
        }

        var tellsAsker = change.By.Id != question.AskerId;
        var followers = about == NewsAbout.Answered ? 0 : await db.In<QuestionFollower>(question.GuildId).CountAsync(it => it.QuestionId == question.Id, ct);
        if (tellsAsker && question.IsAnonymous)
        {
            await PlanAsync(db, question, new QuestionNews(question.Opening, about, ByDm: true, 0), DeliveryTarget.DmOf(question.AskerId), change.At, ct);
        }

        if (about == NewsAbout.Solved)
        {
            // Who asked a repeat of it with their name follows it; the others are told alone.
            foreach (var repeat in await db.In<Question>(question.GuildId).Where(it => it.DuplicateOfId == question.Id && it.IsAnonymous && it.State == QuestionState.Duplicate).ToListAsync(ct))
            {
                await PlanAsync(db, repeat, new QuestionNews(repeat.Opening, NewsAbout.SolvedThere, ByDm: true, 0), DeliveryTarget.DmOf(repeat.AskerId), change.At, ct);
            }
        }

        var people = followers + (tellsAsker && !question.IsAnonymous ? 1 : 0);
        for (var page = 0; page < QuestionNews.PagesFor(people); page++)
        {
            await PlanAsync(db, question, new QuestionNews(question.Opening, about, ByDm: false, page), DeliveryTarget.In(thread), change.At, ct);
        }
    }

    private static Task PlanAsync(NexusDb db, Question question, QuestionNews news, DeliveryTarget target, DateTimeOffset at, CancellationToken ct) =>
        Once.PlanAsync(db, Delivery.Plan(question.GuildId, QuestionNews.DeliveryKind, question.Id, target, at, news.Number), ct);
}
