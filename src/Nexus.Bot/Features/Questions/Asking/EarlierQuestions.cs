using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Finds what a server asked before.</summary>
internal sealed class EarlierQuestions(NexusDb db, QuestionIndex index) : ISolvedQuestions
{
    private const int MostSolved = 3;
    private const int MostWaiting = 2;
    private const int MostLookedAt = 12;

    /// <summary>Those like a question that is about to be asked: first those with an answer, each kind with the surest first.</summary>
    public async Task<IReadOnlyList<EarlierQuestion>> LikeAsync(Question draft, CancellationToken ct)
    {
        var hits = (await index.AskedBeforeAsync(draft.GuildId, QuestionIndex.Document(draft), MostLookedAt, ct)).Where(hit => hit.Likeness >= Sameness.MayHelp).ToList();
        var found = await OfAsync(draft.GuildId, draft.AskerId, [.. hits.Select(hit => hit.Key)], ct);
        var sure = hits.Where(hit => hit.Likeness >= Sameness.Same).Select(hit => hit.Key).ToHashSet();
        var all = hits
            .Where(hit => found.ContainsKey(hit.Key))
            .Select(hit => found[hit.Key] with { IsSame = sure.Contains(hit.Key) })
            .DistinctBy(it => it.Id)
            .ToList();
        return [.. all.Where(it => !it.IsWaiting).Take(MostSolved), .. all.Where(it => it.IsWaiting).Take(MostWaiting)];
    }

    /// <summary>Solved questions to offer while a title is typed.</summary>
    public async Task<IReadOnlyList<EarlierQuestion>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct)
    {
        var ids = await index.CompleteAsync(guild, typed, most, ct);
        var found = await OfAsync(guild, default, ids, ct);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Where(it => it.IsSolved).DistinctBy(it => it.Id)];
    }

    /// <summary>The question with this number; null when there is none such.</summary>
    public async Task<EarlierQuestion?> OfNumberAsync(Snowflake guild, int number, Snowflake person, CancellationToken ct)
    {
        var id = await db.In<Question>(guild).Where(it => it.Number == number && it.State != QuestionState.Withdrawn).Select(it => (long?)it.Id).SingleOrDefaultAsync(ct);
        return id is { } known ? (await OfAsync(guild, person, [known], ct)).Values.FirstOrDefault() : null;
    }

    /// <summary>One question as it is offered.</summary>
    public async Task<EarlierQuestion?> OfIdAsync(Snowflake guild, long id, Snowflake person, CancellationToken ct) =>
        (await OfAsync(guild, person, [id], ct)).GetValueOrDefault(id);

    public async Task<IReadOnlyList<SolvedQuestion>> FindAsync(Snowflake guild, string words, int most, CancellationToken ct)
    {
        var result = await index.SearchAsync(guild, words, MostLookedAt, ct);
        if (result.Verdict == SearchVerdict.None)
        {
            return [];
        }

        var found = await OfAsync(guild, default, result.Keys, ct);
        return
        [
            .. result.Keys.Where(found.ContainsKey).Select(id => found[id]).Where(it => it.IsSolved).DistinctBy(it => it.Id).Take(most)
                .Select(it => new SolvedQuestion(it.Number, it.Title, it.Since, it.Url)),
        ];
    }

    // By the id that was asked for: a duplicate stands for the question it repeats.
    private async Task<Dictionary<long, EarlierQuestion>> OfAsync(Snowflake guild, Snowflake person, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var asked = await db.In<Question>(guild).AsNoTracking().Where(it => ids.Contains(it.Id) && it.Number != null && it.State != QuestionState.Withdrawn).ToListAsync(ct);
        var originals = asked.Select(it => it.DuplicateOfId).OfType<long>().ToList();
        var behind = await db.In<Question>(guild).AsNoTracking()
            .Where(it => originals.Contains(it.Id) && it.Number != null && it.State != QuestionState.Withdrawn && it.State != QuestionState.Duplicate).ToListAsync(ct);
        var stand = asked
            .Select(it => (Asked: it.Id, Question: it.State == QuestionState.Duplicate ? behind.Find(other => other.Id == it.DuplicateOfId) : it))
            .Where(pair => pair.Question is not null)
            .ToList();
        var shown = stand.Select(pair => pair.Question!.Id).ToList();
        var answers = (await db.In<QuestionAnswer>(guild).AsNoTracking()
                .Where(answer => shown.Contains(answer.QuestionId) && answer.AcceptedAt != null)
                .OrderBy(answer => answer.AcceptedAt).ThenBy(answer => answer.Id)
                .ToListAsync(ct))
            .ToLookup(answer => answer.QuestionId);
        return stand.ToDictionary(pair => pair.Asked, pair => Of(pair.Question!, answers[pair.Question!.Id].FirstOrDefault(), person));
    }

    private static EarlierQuestion Of(Question question, QuestionAnswer? helped, Snowflake person) => new(
        question.Id,
        question.Number!.Value,
        question.Title,
        question.State,
        question.AcceptedAt ?? question.FirstAnsweredAt ?? question.PostedAt ?? question.CreatedAt,
        helped is not null ? Md.MessageUrl(question.GuildId, helped.ChannelId, helped.MessageId) : QuestionLink.Of(question))
    {
        Answer = helped?.Text ?? "",
        Topics = question.Topics,
        Track = question.Track,
        IsOwn = question.AskerId == person,
    };
}
