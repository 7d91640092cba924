using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Words the news at the moment it goes out; what has become untrue is not sent.</summary>
internal sealed class QuestionNewsSource : IDeliverySource
{
    public string Kind => QuestionNews.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var news = QuestionNews.Of(delivery.Occurrence);
        if (await db.In<Question>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { ThreadId: not null } question
            || question.Opening != news.Opening || !IsTrue(question, news.About))
        {
            return DeliveryContent.NotNeeded;
        }

        var answers = db.In<QuestionAnswer>(question.GuildId).AsNoTracking().Where(it => it.QuestionId == question.Id);
        var answer = news.About == NewsAbout.Solved
            ? await answers.Where(it => it.AcceptedAt != null).OrderBy(it => it.AcceptedAt).ThenBy(it => it.Id).FirstOrDefaultAsync(ct)
            : await answers.OrderByDescending(it => it.Id).FirstOrDefaultAsync(ct);
        var original = question.DuplicateOfId is { } other
            ? await db.In<Question>(question.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == other, ct)
            : null;
        if (news.About == NewsAbout.SolvedThere)
        {
            return original is { State: QuestionState.Accepted } ? new DeliveryContent(NewsViews.SolvedThere(question, original)) : DeliveryContent.NotNeeded;
        }

        if (news.ByDm)
        {
            return new DeliveryContent(NewsViews.Of(question, news.About, [], answer, original));
        }

        var people = await PeopleAsync(db, question, news, answer, ct);
        return people.Count == 0
            ? DeliveryContent.NotNeeded
            : new DeliveryContent(NewsViews.Of(question, news.About, people, answer, original)) { Mentions = new AllowedMentions { Users = people } };
    }

    private static bool IsTrue(Question question, NewsAbout about) => question.State == about switch
    {
        NewsAbout.Answered => QuestionState.Answered,
        NewsAbout.Solved => QuestionState.Accepted,
        NewsAbout.Duplicate or NewsAbout.SolvedThere => QuestionState.Duplicate,
    };

    // Nobody is told of what they wrote or marked themselves.
    private static async Task<IReadOnlyList<Snowflake>> PeopleAsync(NexusDb db, Question question, QuestionNews news, QuestionAnswer? answer, CancellationToken ct)
    {
        var followers = news.About == NewsAbout.Answered
            ? []
            : await db.In<QuestionFollower>(question.GuildId).Where(it => it.QuestionId == question.Id).OrderBy(it => it.Id).Select(it => it.PersonId).ToListAsync(ct);
        IEnumerable<Snowflake> asker = question.IsAnonymous || (news.About == NewsAbout.Solved && answer?.AcceptedBy == question.AskerId) ? [] : [question.AskerId];
        return [.. asker.Concat(followers).Skip(news.Page * QuestionNews.PeopleOnPage).Take(QuestionNews.PeopleOnPage)
            .Where(person => news.About != NewsAbout.Solved || answer is null || (person != answer.AuthorId && person != answer.AcceptedBy))];
    }
}
