using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>What a maintainer of a server's hub should look at.</summary>
/// <param name="Broken">Files that are not served.</param>
/// <param name="Stale">Pages nobody has reviewed for over a year, the oldest first.</param>
/// <param name="Conflicts">Pages whose file was changed after the server had made its own of them.</param>
internal sealed record HubHealth(
    int Pages, IReadOnlyList<HubFile.Broken> Broken, IReadOnlyList<HubPage> Stale, IReadOnlyList<PageConflict> Conflicts);

/// <summary>Looks a server's hub over.</summary>
internal sealed class HubCheckup(GuildHubs hubs, TimeProvider clock)
{
    public const int StaleAfterDays = 365;

    public async Task<HubHealth> OfAsync(Snowflake guild, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(guild, ct);
        var oldest = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-StaleAfterDays);
        return new HubHealth(
            hub.Pages.Count,
            hub.Broken,
            [.. hub.Pages.Where(page => page.LastReviewed < oldest).OrderBy(page => page.LastReviewed)],
            await hubs.ConflictsAsync(guild, ct));
    }

    /// <summary>The files alone, without the database.</summary>
    public async Task<HubHealth> OfFilesAsync(CancellationToken ct)
    {
        var files = await hubs.OfAsync(null, ct);
        return new HubHealth(files.Pages.Count, files.Broken, [], []);
    }
}
