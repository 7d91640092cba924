using System.Collections.Concurrent;
using System.Data.Common;
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
internal sealed class QuestionIndex(INexusDbFactory databases, GuildHubs hubs, ProblemsFile problems, ILogger<QuestionIndex> log)
{
    private readonly ConcurrentDictionary<Snowflake, Shelf> _shelves = new();

    /// <summary>Questions that words find, best first.</summary>
    public async ValueTask<LiveResult> SearchAsync(Snowflake guild, string text, int most, CancellationToken ct) =>
        (await OfAsync(guild, ct)).Find(text, most);

    /// <summary>Questions to offer while something is typed, best first.</summary>
    public async ValueTask<IReadOnlyList<long>> CompleteAsync(Snowflake guild, string typed, int most, CancellationToken ct) =>
        (await OfAsync(guild, ct)).Complete(typed, most);

    /// <summary>Questions that may ask the same, the surest first, however unsure: see <see cref="Sameness.Same"/> and <see cref="Sameness.MayHelp"/>.</summary>
    public async ValueTask<IReadOnlyList<SimilarHit>> AskedBeforeAsync(Snowflake guild, SearchDocument question, int most, CancellationToken ct) =>
        (await OfAsync(guild, ct)).AskedBefore(Near(await hubs.OfAsync(guild, ct), question), problems.Known, most);

    /// <summary>How a question that is not in it yet is compared with those that are.</summary>
    public static SearchDocument Document(Question question) => new(question.Title, [], question.Topics, $"{question.Text}\n{question.Tried}");

    /// <summary>A question was saved; its words, its state or its answers may have changed.</summary>
    public async Task ChangedAsync(Snowflake guild, long id)
    {
        // Who reads the server's questions first reads this one with them.
        if (!_shelves.TryGetValue(guild, out var shelf))
        {
            return;
        }

        await shelf.Gate.WaitAsync();
        try
        {
            if (shelf.Index is not { } index)
            {
                return;
            }

            await using var db = databases.Create();
            var now = (await ReadAsync(db, guild, it => it.Id == id, CancellationToken.None)).Select(it => it.Value).SingleOrDefault();
            shelf.Index = now is null ? index.Without(id) : IsSame(index.Find(id), now) ? index : index.With(id, now);
        }
        catch (DbException wrong)
        {
            // What was saved stands; the next look reads all of it again.
            log.LogWarning(wrong, "Question {Question} could not be read; the index is read anew", id);
            shelf.Index = null;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    private async ValueTask<LiveIndex> OfAsync(Snowflake guild, CancellationToken ct)
    {
        var shelf = _shelves.GetOrAdd(guild, static _ => new Shelf());
        if (shelf.Index is { } ready)
        {
            return ready;
        }

        await shelf.Gate.WaitAsync(ct);
        try
        {
            if (shelf.Index is null)
            {
                await using var db = databases.Create();
                shelf.Index = LiveIndex.Of(await ReadAsync(db, guild, it => true, ct));
            }

            return shelf.Index;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

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
        var hub = await hubs.OfAsync(guild, ct);
        return [.. questions.Select(it => KeyValuePair.Create(it.Id, Near(hub, Document(it)) with { Answer = string.Join('\n', answers[it.Id]) }))];
    }

    private static SearchDocument Near(HubIndex hub, SearchDocument question) => question with { Near = hub.Near($"{question.Title}\n{question.Body}") };

    // Most changes are steps, which change no word: the index is made anew only when one did.
    private static bool IsSame(SearchDocument? was, SearchDocument now) =>
        was is not null && was.Title == now.Title && was.Body == now.Body && was.Answer == now.Answer && was.Keywords.SequenceEqual(now.Keywords, StringComparer.Ordinal);

    private sealed class Shelf
    {
        private volatile LiveIndex? _index;

        public SemaphoreSlim Gate { get; } = new(1);

        public LiveIndex? Index
        {
            get => _index;
            set => _index = value;
        }
    }
}
