using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>
/// Each server's hub: the files, with the server's own revisions over them. Kept in memory and built anew when a file or a
/// revision changes; whoever saves a revision calls <see cref="Forget"/>, another instance notices within <see cref="Freshness"/>.
/// </summary>
internal sealed class GuildHubs(HubFiles files, INexusDbFactory databases, TimeProvider clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Snowflake, Known> _known = new();
    private int _changes;

    /// <summary>The server's hub; the files alone in a DM.</summary>
    public async ValueTask<HubIndex> OfAsync(Snowflake? guild, CancellationToken ct)
    {
        var shipped = await files.Current.WaitAsync(ct);
        return guild is { } id ? (await KnownAsync(id, shipped, ct)).Hub : shipped;
    }

    /// <summary>Pages whose file was changed after the server's own text was approved; mentors settle them in <c>/topic queue</c>.</summary>
    public async ValueTask<IReadOnlyList<PageConflict>> ConflictsAsync(Snowflake guild, CancellationToken ct) =>
        (await KnownAsync(guild, await files.Current.WaitAsync(ct), ct)).Conflicts;

    /// <summary>The next question reads the server's revisions again.</summary>
    public void Forget(Snowflake guild)
    {
        Interlocked.Increment(ref _changes);
        _known.TryRemove(guild, out _);
    }

    private async ValueTask<Known> KnownAsync(Snowflake id, HubIndex shipped, CancellationToken ct)
    {
        _known.TryGetValue(id, out var known);
        if (known is not null && known.Shipped == shipped && clock.GetElapsedTime(known.ReadAt) < Freshness)
        {
            return known;
        }

        var began = clock.GetTimestamp();
        var changes = Volatile.Read(ref _changes);
        await using var db = databases.Create();
        // None is ever changed or deleted, so their number tells whether there is anything new without reading their texts.
        var count = await db.In<PageRevision>(id).CountAsync(ct);
        var now = known is not null && known.Shipped == shipped && known.Revisions == count
            ? known with { ReadAt = began }
            : await ReadAsync(db, id, shipped, began, ct);
        // What was read while somebody saved may be from before: it answers this question, and the next one reads again.
        if (changes == Volatile.Read(ref _changes))
        {
            _known[id] = now;
        }

        return now;
    }

    private static async Task<Known> ReadAsync(NexusDb db, Snowflake guild, HubIndex shipped, long began, CancellationToken ct)
    {
        var all = await db.In<PageRevision>(guild).AsNoTracking().OrderBy(revision => revision.Number).ToListAsync(ct);
        var pages = all.GroupBy(revision => revision.Slug).OrderBy(page => page.Key, StringComparer.Ordinal).ToList();
        var newest = pages.ConvertAll(page => page.Last());
        var credits = pages
            .SelectMany(page => PageCredits.Of(page).Select(person => (page.Key, Person: person)))
            .ToLookup(credit => credit.Key, credit => credit.Person);
        return new Known(
            newest.Count == 0 ? shipped : shipped.With(newest, credits),
            [.. newest.Select(revision => PageConflict.Of(revision, shipped.BySlug(revision.Slug))).OfType<PageConflict>()],
            shipped,
            all.Count,
            began);
    }

    private sealed record Known(HubIndex Hub, IReadOnlyList<PageConflict> Conflicts, HubIndex Shipped, int Revisions, long ReadAt);
}
