using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Search;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Index;

/// <summary>
/// The posted questions of each server with the answers that helped, in memory: read when a server first asks, then kept current
/// by <see cref="ChangedAsync"/>. Withdrawn ones are not in it; duplicates are, for their wording. Nothing in it tells who asked.
/// </summary>
internal sealed class QuestionIndex
{
    private readonly INexusDbFactory _databases;
    private readonly GuildHubs _hubs;
    private readonly ProblemsFile _problems;
    private readonly Shelves<LiveIndex> _shelves;

    public QuestionIndex(INexusDbFactory databases, GuildHubs hubs, ProblemsFile problems, ILogger<QuestionIndex> log)
    {
        (_databases, _hubs, _problems) = (databases, hubs, problems);
        _shelves = new Shelves<LiveIndex>(
            async (guild, ct) =>
            {
                await using var db = _databases.Create();
                return LiveIndex.Of(await ReadAsync(db, guild, it => true, ct));
            },
            log);
    }

    /// <summary>Questions that words find, best first.</summary>
    public async ValueTask<LiveResult> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct) =>
        (await _shelves.OfAsync(guild, ct)).Find(text, most);

    /// <summary>Questions to offer while something is typed, best first.</summary>
    public async ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct) =>
        (await _shelves.OfAsync(guild, ct)).Complete(typed, most);

    /// <summary>Questions that may ask the same, the surest first, however unsure: see <see cref="Sameness.Same"/> and <see cref="Sameness.MayHelp"/>.</summary>
    public async ValueTask<IReadOnlyList<SimilarHit>> AskedBeforeAsync(Snowflake guild, SearchDocument question, int most, CancellationToken ct) =>
        (await _shelves.OfAsync(guild, ct)).AskedBefore(Near(await _hubs.OfAsync(guild, ct), question), _problems.Known, most);

    /// <summary>How a question that is not in it yet is compared with those that are.</summary>
    public static SearchDocument Document(Question question) => new(question.Title, [], question.Topics, $"{question.Text}\n{question.Tried}");

    /// <summary>A question was saved; its words, its state or its answers may have changed.</summary>
    public Task ChangedAsync(Snowflake guild, long id) => _shelves.ChangedAsync(guild, id, async index =>
    {
        await using var db = _databases.Create();
        var now = (await ReadAsync(db, guild, it => it.Id == id, CancellationToken.None)).Select(it => it.Value).SingleOrDefault();
        return now is null ? index.Without(id) : IsSame(index.Find(id), now) ? index : index.With(id, now);
    });

    private async Task<IReadOnlyList<KeyValuePair<long, SearchDocument>>> ReadAsync(
        NexusDb db, Snowflake guild, Expression<Func<Question, bool>> which, CancellationToken ct)
    {
        var wanted = db.In<Question>(guild).Where(it => it.Number != null && it.State != QuestionState.Withdrawn).Where(which);
        var questions = await wanted.AsNoTracking().OrderBy(it => it.Id).ToListAsync(ct);
        var answers = (await db.In<QuestionAnswer>(guild)
                .Where(answer => answer.AcceptedAt != null && wanted.Any(it => it.Id == answer.QuestionId))
                .OrderBy(answer => answer.Id)
                .Select(answer => new { answer.QuestionId, answer.Text })
                .ToListAsync(ct))
            .ToLookup(answer => answer.QuestionId, answer => answer.Text);
        var hub = await _hubs.OfAsync(guild, ct);
        return [.. questions.Select(it => KeyValuePair.Create(it.Id, Near(hub, Document(it)) with { Answer = string.Join('\n', answers[it.Id]) }))];
    }

    private static SearchDocument Near(HubIndex hub, SearchDocument question) => question with { Near = hub.Near($"{question.Title}\n{question.Body}") };

    // Most changes are steps, which change no word: the index is made anew only when one did.
    private static bool IsSame(SearchDocument? was, SearchDocument now) =>
        was is not null && was.Title == now.Title && was.Body == now.Body && was.Answer == now.Answer && was.Keywords.SequenceEqual(now.Keywords, StringComparer.Ordinal);
}
