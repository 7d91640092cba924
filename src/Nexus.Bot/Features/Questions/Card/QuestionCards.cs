using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>Reads what a question's card shows.</summary>
internal sealed class QuestionCards(GuildHubs hubs)
{
    public async Task<QuestionCardFacts> OfAsync(NexusDb db, Question question, CancellationToken ct)
    {
        var answers = await db.In<QuestionAnswer>(question.GuildId).AsNoTracking().Where(answer => answer.QuestionId == question.Id).OrderBy(answer => answer.Id).ToListAsync(ct);
        var hub = await hubs.OfAsync(question.GuildId, ct);
        return new QuestionCardFacts
        {
            Topics = [.. hub.Among(question.Topics)],
            Page = await QuestionPage.SlugOfAsync(db, question, ct) is { } slug ? hub.BySlug(slug) : null,
            SameHere = await db.In<QuestionFollower>(question.GuildId).CountAsync(follower => follower.QuestionId == question.Id, ct),
            Accepted = [.. answers.Where(answer => answer.AcceptedAt is not null).OrderBy(answer => answer.AcceptedAt).ThenBy(answer => answer.Id).Select(answer => To(question, answer))],
            Latest = answers.LastOrDefault(answer => answer.AcceptedAt is null) is { } latest ? To(question, latest) : null,
            DuplicateOf = question.DuplicateOfId is { } id && await QuestionLife.FindAsync(db, question.GuildId, id, ct) is { } earlier ? QuestionLink.To(earlier) : null,
        };
    }

    // Who asked without their name stays unnamed as the author of their own answer, too.
    private static AnswerLink To(Question question, QuestionAnswer answer) => new(
        question.IsAnonymous && answer.AuthorId == question.AskerId ? default : answer.AuthorId,
        Md.MessageUrl(question.GuildId, answer.ChannelId, answer.MessageId));
}
