using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>
/// Counts what is looked up in each server, so that mentors see what is used and what is missing. Counted in memory, because a
/// lookup must not wait for a write, and added to the rows by <see cref="FlushLookupsJob"/>, before a report, and at stop.
/// Knows nobody and keeps nothing of direct messages.
/// </summary>
internal sealed partial class LookupLog(INexusDbFactory databases, TimeProvider clock, ILogger<LookupLog> log) : IHostedService
{
    /// <summary>Distinct questions kept between two flushes; beyond twice as many the rarest go.</summary>
    public const int MostQuestions = 1000;

    private const int MostUses = 20_000;
    private const int LongestSlug = 50;

    private readonly Lock _gate = new();
    private Counts _counts = new();

    /// <summary>A page was shown to somebody.</summary>
    public void Shown(Snowflake? guild, string slug)
    {
        if (guild is not { } server || slug.Length is 0 or > LongestSlug)
        {
            return;
        }

        var use = new UseKey(server, slug, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        lock (_gate)
        {
            _counts.Add(use, 1);
        }
    }

    /// <summary>Nothing in the hub answered a question.</summary>
    public void Missed(Snowflake? guild, string question) => Count(guild, question, "");

    /// <summary>After a miss somebody pressed a page that was offered: perhaps it lacks this name.</summary>
    public void Picked(Snowflake? guild, string question, string slug)
    {
        if (slug.Length is > 0 and <= LongestSlug)
        {
            Count(guild, question, slug);
        }
    }

    /// <summary>Adds what was counted to the rows. When that fails the counts stay for the next time.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        Counts taken;
        lock (_gate)
        {
            if (_counts.IsEmpty)
            {
                return;
            }

            (taken, _counts) = (_counts, new Counts());
        }

        try
        {
            await WriteAsync(taken, ct);
        }
        catch
        {
            lock (_gate)
            {
                _counts.AddAll(taken);
            }

            throw;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the interactions are finished, since what starts first stops last.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            NotKept(log, exception);
        }
    }

    private void Count(Snowflake? guild, string question, string picked)
    {
        if (guild is not { } server || LookupWords.Of(question) is not { Length: > 0 } words)
        {
            return;
        }

        var now = clock.GetUtcNow();
        lock (_gate)
        {
            _counts.Add(new MissKey(server, words, picked), 1, now);
        }
    }

    // Both databases take this form of "insert or add", and it holds against another instance that adds at the same time.
    private async Task WriteAsync(Counts counts, CancellationToken ct)
    {
        await using var db = databases.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var ((guild, slug, day), shown) in counts.Uses.OrderBy(use => use.Key.Slug, StringComparer.Ordinal))
        {
            var id = unchecked((long)guild.Value);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "PageUses" ("GuildId", "Slug", "Day", "Shown") VALUES ({id}, {slug}, {day}, {shown})
                ON CONFLICT ("GuildId", "Slug", "Day") DO UPDATE SET "Shown" = "PageUses"."Shown" + excluded."Shown"
                """,
                ct);
        }

        foreach (var ((guild, question, picked), (count, lastAt)) in counts.Misses.OrderBy(miss => miss.Key.Question, StringComparer.Ordinal))
        {
            var (id, at) = (unchecked((long)guild.Value), lastAt.ToUnixTimeMilliseconds());
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "LookupMisses" ("GuildId", "Question", "PickedSlug", "Count", "LastAt") VALUES ({id}, {question}, {picked}, {count}, {at})
                ON CONFLICT ("GuildId", "Question", "PickedSlug") DO UPDATE
                SET "Count" = "LookupMisses"."Count" + excluded."Count", "LastAt" = excluded."LastAt"
                """,
                ct);
        }

        await transaction.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was looked up since the last minute could not be kept")]
    private static partial void NotKept(ILogger log, Exception exception);

    private readonly record struct UseKey(Snowflake Guild, string Slug, DateOnly Day);

    private readonly record struct MissKey(Snowflake Guild, string Question, string PickedSlug);

    private sealed class Counts
    {
        public Dictionary<UseKey, int> Uses { get; } = [];

        public Dictionary<MissKey, (int Count, DateTimeOffset LastAt)> Misses { get; } = [];

        public bool IsEmpty => Uses.Count == 0 && Misses.Count == 0;

        public void Add(UseKey use, int shown)
        {
            if (Uses.Count < MostUses || Uses.ContainsKey(use))
            {
                Uses[use] = Uses.GetValueOrDefault(use) + shown;
            }
        }

        public void Add(MissKey miss, int count, DateTimeOffset at)
        {
            if (Misses.Count >= 2 * MostQuestions && !Misses.ContainsKey(miss))
            {
                DropTheRarest();
            }

            var before = Misses.GetValueOrDefault(miss);
            Misses[miss] = (before.Count + count, before.LastAt > at ? before.LastAt : at);
        }

        public void AddAll(Counts others)
        {
            foreach (var (use, shown) in others.Uses)
            {
                Add(use, shown);
            }

            foreach (var (miss, (count, at)) in others.Misses)
            {
                Add(miss, count, at);
            }
        }

        private void DropTheRarest()
        {
            foreach (var rare in Misses.OrderByDescending(miss => miss.Value.Count).ThenByDescending(miss => miss.Value.LastAt).Skip(MostQuestions).ToList())
            {
                Misses.Remove(rare.Key);
            }
        }
    }
}
