using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Tips;

/// <summary>Plans each server's coming tips, and pauses a plan whose channel is gone or closed to the bot.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PlanTipsJob(
    INexusDbFactory databases, TipPlanner planner, GuildConfigurations configurations, IDiscordRest discord, ILogger<PlanTipsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        List<(Snowflake Guild, long Id)> active;
        await using (var db = databases.Create())
        {
            active = [.. (await db.AcrossGuilds<TipPlan>().Where(plan => plan.IsActive).Select(plan => new { plan.GuildId, plan.Id }).ToListAsync(cancellationToken)).Select(plan => (plan.GuildId, plan.Id))];
        }

        foreach (var (guild, id) in active)
        {
            try
            {
                await PlanAsync(guild, id, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Another instance has planned the same day.
            }
            catch (DiscordApiException trouble)
            {
                NotTold(log, trouble, guild);
            }
        }
    }

    private async Task PlanAsync(Snowflake guild, long id, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await db.In<TipPlan>(guild).SingleOrDefaultAsync(plan => plan.Id == id && plan.IsActive, ct) is not { } plan)
        {
            return;
        }

        var failed = await db.In<Delivery>(guild).AsNoTracking()
            .Where(row => row.Kind == TipPlan.DeliveryKind && row.SubjectId == id && row.State == DeliveryState.Failed && row.DueAt > plan.StartedAt
                && (row.Failure == DeliveryFailure.ChannelGone || row.Failure == DeliveryFailure.NotAllowed))
            .OrderByDescending(row => row.DueAt)
            .FirstOrDefaultAsync(ct);
        if (failed is not null)
        {
            // Told first: a crash in between tells twice rather than never.
            await TellAsync(plan, failed, ct);
            plan.IsActive = false;
            await db.SaveChangesAsync(ct);
        }

        await planner.PlanAsync(db, plan, ct);
    }

    private async Task TellAsync(TipPlan plan, Delivery failed, CancellationToken ct)
    {
        if ((await configurations.OfAsync(plan.GuildId, ct)).LogChannelId is not { } logChannel)
        {
            return;
        }

        try
        {
            var note = new MessageCreate { Content = TipViews.Paused(failed), Nonce = $"tip-{failed.Id}", EnforceNonce = true };
            await discord.CreateMessageAsync(logChannel, note, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (refused.IsPermanent)
        {
            NotTold(log, refused, plan.GuildId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log channel of {Guild} could not be told that its tips are paused")]
    private static partial void NotTold(ILogger log, Exception exception, Snowflake guild);
}
