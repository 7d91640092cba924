using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Looks whether the owners of recurring announcements are still there: without the members intent nobody tells, and an event can be missed.</summary>
[DisallowConcurrentExecution]
internal sealed partial class LookForOwnersJob(NexusDb db, Ownership ownership, IDiscordRest discord, ILogger<LookForOwnersJob> log) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var owners = await Ownership.Running(db.AcrossGuilds<Announcement>())
            .Select(it => new { it.GuildId, it.OwnerId })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var owner in owners)
        {
            try
            {
                await discord.GetMemberAsync(owner.GuildId, owner.OwnerId, RequestOptions.Batch, cancellationToken);
                await ownership.CameBackAsync(owner.GuildId, owner.OwnerId, cancellationToken);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMember)
            {
                await ownership.LeftAsync(owner.GuildId, owner.OwnerId, cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotSeen(log, trouble, owner.GuildId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Whether an announcement's owner is still on {Guild} could not be found out")]
    private static partial void NotSeen(ILogger log, Exception exception, Snowflake guild);
}
