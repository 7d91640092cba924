using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>How an idea came to where it is.</summary>
internal static class IdeaSteps
{
    /// <summary>In the order in which they were made.</summary>
    public static async Task<IReadOnlyList<IdeaMove>> OfAsync(NexusDb db, Idea idea, CancellationToken ct) =>
        await db.In<IdeaMove>(idea.GuildId).AsNoTracking().Where(move => move.IdeaId == idea.Id).OrderBy(move => move.Number).ToListAsync(ct);
}
