using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>A question as it stands in a list.</summary>
/// <param name="Topics">Titles of pages of the hub.</param>
/// <param name="SameHere">So many others have the same problem.</param>
internal sealed record ListedQuestion(Question Question, IReadOnlyList<string> Topics, int SameHere);

/// <param name="State">Its page is one that there is.</param>
/// <param name="Count">On all pages.</param>
/// <param name="Topic">The title of the topic it is narrowed to.</param>
internal sealed record QuestionList(QuestionListState State, IReadOnlyList<ListedQuestion> Shown, int Count, int Pages, string? Topic);

/// <summary>Reads pages of lists of questions: posted ones, of one server.</summary>
internal sealed class QuestionLists(NexusDb db, GuildHubs hubs)
{
    public const int PageSize = 8;

    public async Task<QuestionList> ReadAsync(Call call, QuestionListState state, CancellationToken ct)
    {
        var (guild, hub) = (call.Guild, await hubs.OfAsync(call.Guild, ct));
        var fitting = Fitting(guild, call.User, state);
        var count = await fitting.CountAsync(ct);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(state.Page, 0, pages - 1);
        var shown = await Ordered(fitting, guild, state).Skip(page * PageSize).Take(PageSize).ToListAsync(ct);
        return new QuestionList(state with { Page = page }, await DescribeAsync(db, hub, guild, shown, ct), count, pages, hub.BySlug(state.Topic)?.Title);
    }

    /// <summary>With what a line says beside the row.</summary>
    public static async Task<IReadOnlyList<ListedQuestion>> DescribeAsync(NexusDb db, HubIndex hub, Snowflake guild, IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var ids = questions.Select(question => question.Id).ToList();
        var followers = await db.In<QuestionFollower>(guild)
            .Where(follower => ids.Contains(follower.QuestionId))
            .GroupBy(follower => follower.QuestionId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return
        [
            .. questions.Select(question => new ListedQuestion(
                question,
                [.. question.Topics.Select(slug => hub.BySlug(slug)?.Title).OfType<string>()],
                followers.GetValueOrDefault(question.Id))),
        ];
    }

    private IQueryable<Question> Fitting(Snowflake guild, Snowflake person, QuestionListState state)
    {
        var posted = db.In<Question>(guild).AsNoTracking().Where(question => question.Number != null && question.EndedBecause != Question.TakenBack);
        if (QuestionListState.StatesOf(state.Which) is { } states)
        {
            posted = posted.Where(question => states.Contains(question.State));
        }

        posted = state.Which switch
        {
            ListedQuestions.Mine => posted.Where(question => question.AskerId == person),
            ListedQuestions.Claimed => posted.Where(question => question.HolderId == person),
            _ => posted,
        };
        if (state.Track.Length > 0)
        {
            posted = posted.Where(question => question.Track == null || question.Track == state.Track);
        }

        return state.Topic.Length > 0 ? posted.Where(IsAbout(state.Topic)) : posted;
    }

    // The list of slugs is one column of JSON.
    private static Expression<Func<Question, bool>> IsAbout(string topic)
    {
        var quoted = $"\"{topic}\"";
        return question => ((string)(object)question.Topics).Contains(quoted);
    }

    private IQueryable<Question> Ordered(IQueryable<Question> questions, Snowflake guild, QuestionListState state)
    {
        // What was opened again waits since then.
        Expression<Func<Question, DateTimeOffset?>> since = QuestionListState.StatesOf(state.Which)?.Contains(QuestionState.Claimed) == true || state.Which == ListedQuestions.Open
            ? question => question.OpenedAt
            : question => question.PostedAt;
        return state.Order switch
        {
            ListOrder.Oldest => questions.OrderBy(since).ThenBy(question => question.Number),
            ListOrder.Newest => questions.OrderByDescending(since).ThenByDescending(question => question.Number),
            _ => questions
                .OrderByDescending(question => db.In<QuestionFollower>(guild).Count(follower => follower.QuestionId == question.Id))
                .ThenBy(since)
                .ThenBy(question => question.Number),
        };
    }
}
