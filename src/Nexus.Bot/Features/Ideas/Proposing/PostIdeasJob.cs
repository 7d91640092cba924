using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Posts what waits for it: ideas that were approved, whose forum is there again, or whose posting was cut off.</summary>
[DisallowConcurrentExecution]
internal sealed class PostIdeasJob(INexusDbFactory databases, IdeaPost post, IdeaPlaces places, TimeProvider clock) : IJob
{
    private const int MostAtOnce = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var due = await db.AcrossGuilds<Idea>().AsNoTracking()
            .Where(idea => idea.LeaseUntil <= now && idea.CardMessageId == null)
            .OrderBy(idea => idea.Id)
            .Take(MostAtOnce)
            .Select(idea => new { idea.GuildId, idea.Id })
            .ToListAsync(cancellationToken);
        var closed = new HashSet<Snowflake>();
        foreach (var idea in due)
        {
            // Where Discord takes none now, all wait, in their order.
            if (!closed.Contains(idea.GuildId) && !await PostAsync(idea.GuildId, idea.Id, cancellationToken))
            {
                closed.Add(idea.GuildId);
            }
        }
    }

    private async Task<bool> PostAsync(Snowflake guild, long id, CancellationToken ct)
    {
        var outcome = await post.PostAsync(guild, id, RequestOptions.Batch, ct);
        await places.TellAsync(guild, outcome, ct);
        return outcome is PostOutcome.Posted or PostOutcome.NotMine;
    }
}
