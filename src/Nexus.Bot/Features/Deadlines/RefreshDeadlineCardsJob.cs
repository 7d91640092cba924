using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Brings the cards of deadlines up to date that were changed, removed or have passed.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RefreshDeadlineCardsJob(
    INexusDbFactory databases, DeadlineAudience audience, GuildConfigurations configurations, IDiscordRest discord, IJobSchedule schedule, TimeProvider clock,
    ILogger<RefreshDeadlineCardsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var stale = await db.AcrossGuilds<Deadline>().AsNoTracking().Where(deadline => deadline.CardStaleAt <= now && deadline.CardId != null).ToListAsync(cancellationToken);
        foreach (var deadline in stale)
        {
            try
            {
                await RefreshAsync(db, deadline, cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotRefreshed(log, trouble, deadline.Id);
            }
        }

        if (await db.AcrossGuilds<Deadline>().Where(deadline => deadline.CardStaleAt > now && deadline.CardId != null).MinAsync(deadline => deadline.CardStaleAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<RefreshDeadlineCardsJob>(next);
        }
    }

    private async Task RefreshAsync(NexusDb db, Deadline deadline, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(deadline.GuildId, ct);
        var reach = await audience.ReachAsync(deadline, configuration, ct);
        var card = DeadlineViews.Card(deadline, reach, clock.GetUtcNow(), Zones.Named(configuration.TimeZone));
        var place = deadline.CardId;
        try
        {
            var edit = new MessageEdit { Components = new Optional<IReadOnlyList<Component>>([card]), AllowedMentions = AllowedMentions.None, Flags = MessageFlags.IsComponentsV2 };
            await discord.EditMessageAsync(deadline.ChannelId, place!.Value, edit, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            // Deleted, or out of reach: the deadline lives on without a card.
            NotRefreshed(log, refused, deadline.Id);
            place = null;
        }

        await db.In<Deadline>(deadline.GuildId)
            .Where(it => it.Id == deadline.Id && it.CardStaleAt == deadline.CardStaleAt)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.CardStaleAt, (DateTimeOffset?)null).SetProperty(it => it.CardId, place), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The card of deadline {Deadline} could not be brought up to date")]
    private static partial void NotRefreshed(ILogger log, Exception exception, long deadline);
}
