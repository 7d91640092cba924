using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Discord;

namespace Nexus.Bot.Features.Challenges;

/// <summary>Where on the server a page came from.</summary>
internal sealed class SourceThreads(NexusDb db)
{
    /// <summary>The link to the message whose draft became the page, the latest when there are several; null when it was written freely.</summary>
    public Task<string?> OfAsync(Snowflake? guild, string slug, CancellationToken ct) => guild is { } server
        ? db.In<PageSuggestion>(server).AsNoTracking()
            .Where(it => it.Slug == slug && it.State == SuggestionState.Approved && it.OriginUrl != null)
            .OrderByDescending(it => it.Number)
            .Select(it => it.OriginUrl)
            .FirstOrDefaultAsync(ct)
        : Task.FromResult<string?>(null);

    /// <summary>What a message was saved as before, or null.</summary>
    public Task<PageSuggestion?> SavedFromAsync(Snowflake guild, string origin, CancellationToken ct) =>
        db.In<PageSuggestion>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Origin == origin, ct);
}
