using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Deletes what was written and never posted.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetIdeaDraftsJob(INexusDbFactory databases, TimeProvider clock) : IJob
{
    public static readonly TimeSpan WordsLive = TimeSpan.FromDays(7);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - WordsLive;
        await using var db = databases.Create();
        var ids = await db.AcrossGuilds<Idea>().Where(it => it.Number == null && it.LeaseUntil == null && it.TouchedAt < old).Select(it => it.Id).ToListAsync(cancellationToken);
        await db.AcrossGuilds<IdeaNeed>().Where(it => ids.Contains(it.IdeaId)).ExecuteDeleteAsync(cancellationToken);
        await db.AcrossGuilds<Idea>().Where(it => ids.Contains(it.Id) && it.Number == null && it.LeaseUntil == null).ExecuteDeleteAsync(cancellationToken);
    }
}
