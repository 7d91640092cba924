using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>What a maintainer of a server's hub should look at.</summary>
/// <param name="Broken">Files that are not served.</param>
/// <param name="Stale">Pages nobody has reviewed for over a year, the oldest first.</param>
/// <param name="Conflicts">Pages whose file was changed after the server had changed them, too.</param>
internal sealed record HubHealth(
    int Pages, IReadOnlyList<HubFile.Broken> Broken, IReadOnlyList<HubPage> Stale, IReadOnlyList<HubPage> Conflicts);

/// <summary>Looks a server's hub over.</summary>
internal sealed class HubCheckup(GuildHubs hubs, NexusDb db, TimeProvider clock)
{
    public const int StaleAfterDays = 365;

    public async Task<HubHealth> OfAsync(Snowflake guild, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(guild, ct);
        var files = await hubs.OfAsync(null, ct);
        var oldest = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-StaleAfterDays);
        return new HubHealth(
            hub.Pages.Count,
            hub.Broken,
            [.. hub.Pages.Where(page => page.LastReviewed < oldest).OrderBy(page => page.LastReviewed)],
            await ConflictsAsync(guild, hub, files, ct));
    }

    /// <summary>The files alone, without the database.</summary>
    public async Task<HubHealth> OfFilesAsync(CancellationToken ct)
    {
        var files = await hubs.OfAsync(null, ct);
        return new HubHealth(files.Pages.Count, files.Broken, [], []);
    }

    private async Task<IReadOnlyList<HubPage>> ConflictsAsync(Snowflake guild, HubIndex hub, HubIndex files, CancellationToken ct)
    {
        var all = db.In<PageRevision>(guild).AsNoTracking();
        var newest = await all
            .Where(revision => revision.Markdown != null && !all.Any(later => later.Slug == revision.Slug && later.Number > revision.Number))
            .OrderBy(revision => revision.Slug)
            .ToListAsync(ct);
        return [.. newest
            .Where(revision => files.BySlug(revision.Slug)?.Markdown is var file && revision.FileMarkdown != file && revision.Markdown != file)
            .Select(revision => hub.BySlug(revision.Slug))
            .OfType<HubPage>()];
    }
}
