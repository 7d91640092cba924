using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>A question that was found, with the answer that helped first; its text is empty when the bot may not read it.</summary>
internal sealed record FoundQuestion(ListedQuestion Listed, QuestionAnswer? Answer);

/// <summary><c>/questions search</c> finds what was asked before, and what helped.</summary>
internal sealed class SearchQuestionsCommand(NexusDb db, QuestionIndex index, GuildHubs hubs) : ICommand
{
    private const int Most = 5;
    private const int MostNear = 3;

    public static CommandSpec Spec { get; } = new("questions", "search", "Find what was asked before, and the answers that helped")
    {
        Options = [Option.Text("query", "A few words, a question or an error line", min: 1, max: 500), Option.Private],
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/questions search query:celery retries forever",
        Details = "Looks through the questions of this server and the answers that helped. `/topic lookup` looks through the hub.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (guild, query) = (call.Guild, call.Text("query"));
        var hub = await hubs.OfAsync(guild, ct);
        var found = await index.SearchAsync(guild, query, Most, ct);
        if (await ReadAsync(hub, guild, found.Keys, ct) is { Count: > 0 } questions)
        {
            return SearchViews.Found(query, questions, found.Corrected).OnlyForMe(call.WantsPrivate);
        }

        var near = await ReadAsync(hub, guild, await index.CompleteAsync(guild, query, MostNear, ct), ct);
        return SearchViews.NothingFound(query, [.. near.Select(it => it.Listed.Question)], hub.Find(query));
    }

    // The index may be ahead of what is read here, or behind: what is gone is left out.
    private async Task<IReadOnlyList<FoundQuestion>> ReadAsync(HubIndex hub, Snowflake guild, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var questions = await db.In<Question>(guild).AsNoTracking().Where(question => ids.Contains(question.Id) && question.Number != null).ToDictionaryAsync(question => question.Id, ct);
        var answers = (await db.In<QuestionAnswer>(guild).AsNoTracking()
                .Where(answer => ids.Contains(answer.QuestionId) && answer.AcceptedAt != null)
                .OrderBy(answer => answer.AcceptedAt).ThenBy(answer => answer.Id)
                .ToListAsync(ct))
            .ToLookup(answer => answer.QuestionId);
        var ordered = ids.Select(id => questions.GetValueOrDefault(id)).OfType<Question>().ToList();
        return [.. (await QuestionLists.DescribeAsync(db, hub, guild, ordered, ct)).Select(listed => new FoundQuestion(listed, answers[listed.Question.Id].FirstOrDefault()))];
    }
}
