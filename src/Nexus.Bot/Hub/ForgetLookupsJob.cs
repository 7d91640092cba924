using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Quartz;

namespace Nexus.Bot.Hub;

/// <summary>Deletes what no report needs any more, and the rarest questions of a server that has far too many.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetLookupsJob(INexusDbFactory databases, TimeProvider clock) : IJob
{
    public const int MostQuestionsPerServer = 5000;

    private static readonly TimeSpan MissesKept = TimeSpan.FromDays(180);
    private const int UsesKeptDays = 400;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (oldestMiss, oldestUse) = (now - MissesKept, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-UsesKeptDays));
        await using var db = databases.Create();
        await db.AcrossGuilds<LookupMiss>().Where(miss => miss.LastAt < oldestMiss).ExecuteDeleteAsync(cancellationToken);
        await db.AcrossGuilds<PageUse>().Where(use => use.Day < oldestUse).ExecuteDeleteAsync(cancellationToken);
        var tooMany = await db.AcrossGuilds<LookupMiss>()
            .GroupBy(miss => miss.GuildId)
            .Where(server => server.Count() > MostQuestionsPerServer)
            .Select(server => server.Key)
            .ToListAsync(cancellationToken);
        foreach (var guild in tooMany)
        {
            db.RemoveRange(await db.In<LookupMiss>(guild)
                .OrderByDescending(miss => miss.Count).ThenByDescending(miss => miss.LastAt)
                .Skip(MostQuestionsPerServer)
                .ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
