using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Jobs;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Keeps every server's board up to date; one whose channel is gone or closed to the bot is given up, and the log says so.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DrawBoardsJob(
    INexusDbFactory databases, BoardDrawing drawing, LogBook log, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock, ILogger<DrawBoardsJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        List<QuestionSettings> boards;
        await using (var db = databases.Create())
        {
            boards = await db.AcrossGuilds<QuestionSettings>().AsNoTracking().Where(settings => settings.BoardChannelId != null).ToListAsync(cancellationToken);
        }

        if (boards.Count == 0)
        {
            return;
        }

        // Questions change and grow old: while there is a board, it is looked at as often as it may be drawn.
        var next = clock.GetUtcNow() + BoardDrawing.Pause;
        foreach (var (guild, place) in boards.Select(settings => (settings.GuildId, BoardPlace.Of(settings)!)))
        {
            try
            {
                var again = await drawing.DrawAsync(guild, place, atOnce: false, cancellationToken);
                next = again < next ? again.Value : next;
            }
            catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused) && DeliveryTrouble.FailureOf(refused) is var failure and not DeliveryFailure.Refused)
            {
                await GiveUpAsync(guild, place, failure, cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotDrawn(logger, trouble, guild);
            }
        }

        schedule.WakeAt<DrawBoardsJob>(next);
    }

    private async Task GiveUpAsync(Snowflake guild, BoardPlace place, DeliveryFailure failure, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await db.In<QuestionSettings>(guild).SingleOrDefaultAsync(ct) is not { } settings || settings.BoardChannelId != place.Channel)
        {
            return; // put somewhere else meanwhile
        }

        (settings.BoardChannelId, settings.BoardMessageId) = (null, null);
        await log.AddAsync(db, guild, actor: default, BoardViews.LogGone(place.Channel, failure == DeliveryFailure.ChannelGone), link: null, ct);
        await db.SaveChangesAsync(ct);
        queue.WakeAt(clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of {Guild} could not be brought up to date; it is tried again")]
    private static partial void NotDrawn(ILogger logger, Exception exception, Snowflake guild);
}
