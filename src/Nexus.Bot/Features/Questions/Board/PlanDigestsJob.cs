using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Plans the weekly digest of each server that has a place for it, and follows changes of zone and channel.</summary>
[DisallowConcurrentExecution]
internal sealed class PlanDigestsJob(INexusDbFactory databases, DigestPlanner planner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        HashSet<Snowflake> guilds;
        await using (var db = databases.Create())
        {
            guilds =
            [
                .. await db.AcrossGuilds<GuildConfiguration>().Where(it => it.LogChannelId != null).Select(it => it.GuildId).ToListAsync(cancellationToken),
                .. await db.AcrossGuilds<QuestionSettings>().Select(it => it.GuildId).ToListAsync(cancellationToken),
            ];
        }

        foreach (var guild in guilds)
        {
            try
            {
                await using var db = databases.Create();
                await planner.PlanAsync(db, guild, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // The queue, or another instance, has planned the same week.
            }
        }
    }
}
