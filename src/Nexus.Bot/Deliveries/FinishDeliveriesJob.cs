using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Deliveries;

/// <summary>Calls the finishers of what is posted. The rows remember what is left to do, so it is done after a crash as well.</summary>
[DisallowConcurrentExecution]
internal sealed partial class FinishDeliveriesJob(
    DeliveryQueue queue, IEnumerable<IDeliveryFinisher> finishers, INexusDbFactory databases, IJobSchedule schedule, TimeProvider clock,
    ILogger<FinishDeliveriesJob> log) : IJob
{
    // Below its lease, so that two never work on one message.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private const int Page = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? failure = null;
        while (!cancellationToken.IsCancellationRequested && await queue.UnfinishedAsync(Page, CancellationToken.None) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                // What was begun is brought to its end also when the program stops.
                if (!cancellationToken.IsCancellationRequested && await queue.ClaimFinishAsync(row, CancellationToken.None))
                {
                    failure = await FinishAsync(row) ?? failure;
                }
            }
        }

        if (await queue.NextFinishAsync(CancellationToken.None) is { } next)
        {
            schedule.WakeAt<FinishDeliveriesJob>(next);
        }

        failure?.Throw();
    }

    private async Task<ExceptionDispatchInfo?> FinishAsync(Delivery row)
    {
        using var enough = new CancellationTokenSource(Longest, clock);
        try
        {
            await using var db = databases.Create();
            if (finishers.FirstOrDefault(finisher => finisher.Kind == row.Kind) is { } finisher)
            {
                await finisher.FinishAsync(db, row, enough.Token);
            }

            await queue.FinishedAsync(row, CancellationToken.None);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            GaveUp(log, row.Kind, row.SubjectId, refused.Status, refused.Code);
            await queue.NotFinishedAsync(row, DeliveryTrouble.FailureOf(refused), refused.Code, CancellationToken.None);
        }
        catch (DiscordApiException trouble)
        {
            await queue.FinishLaterAsync(row, trouble.RetryAfter, trouble.Code, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The others have their turn; this one is told of once they had it.
            await queue.FinishLaterAsync(row, null, 0, CancellationToken.None);
            return ExceptionDispatchInfo.Capture(exception);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Subject} is posted, but what was to follow cannot be done: Discord answered {Status} (code {Code})")]
    private static partial void GaveUp(ILogger log, string kind, long subject, int status, int code);
}
