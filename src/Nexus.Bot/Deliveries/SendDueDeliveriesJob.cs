using System.Runtime.ExceptionServices;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// Sends every message that is due, late ones too: places side by side, each in its own order. The rows, not Quartz, remember what
/// is to be sent, so a crash between any two steps neither loses nor doubles a message.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SendDueDeliveriesJob(DeliveryQueue queue, DeliveryLanes lanes, TimeProvider clock) : IJob
{
    /// <summary>From here on a message says that it is late.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    // More than Discord's 50 a second keep busy, and few enough that no request waits for its turn past its deadline.
    private const int MostAtOnce = 128;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // The database could not be used for one place: the others go on.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await SendDueAsync(cancellationToken);

    /// <summary>Sends what is due, and what comes due meanwhile, and asks to be woken for the next.</summary>
    /// <param name="ct">Ends it in good order: what is on its way is finished, nothing more is begun.</param>
    public async Task SendDueAsync(CancellationToken ct)
    {
        var running = new Dictionary<Snowflake, Task<DateTimeOffset?>>();
        var held = new Dictionary<Snowflake, DateTimeOffset>();
        ExceptionDispatchInfo? failure = null;
        for (var isFirst = true; ; isFirst = false)
        {
            var (asked, now) = (queue.Asked, clock.GetUtcNow());
            if (isFirst || !ct.IsCancellationRequested)
            {
                foreach (var lane in await queue.DueLanesAsync(CancellationToken.None))
                {
                    if (running.Count < MostAtOnce && !running.ContainsKey(lane) && !(held.TryGetValue(lane, out var until) && until > now))
                    {
                        running[lane] = Task.Run(() => lanes.RunAsync(lane, ct), CancellationToken.None);
                    }
                }
            }

            var next = await queue.NextAsync(now, CancellationToken.None);
            next = held.Values.Where(until => until > now).Append(next ?? DateTimeOffset.MaxValue).Min();
            if (running.Count == 0)
            {
                if (next < DateTimeOffset.MaxValue)
                {
                    queue.WakeAt(next.Value);
                }

                failure?.Throw();
                return;
            }

            await WaitAsync(running.Values, next.Value - now, asked);
            foreach (var (lane, run) in running.Where(entry => entry.Value.IsCompleted).ToList())
            {
                running.Remove(lane);
                held.Remove(lane);
                if (run.Exception?.InnerException is { } exception)
                {
                    failure ??= ExceptionDispatchInfo.Capture(exception);
                    held[lane] = clock.GetUtcNow() + AfterFailure;
                }
                else if (run is { IsCompletedSuccessfully: true, Result: { } until })
                {
                    held[lane] = until;
                }
            }
        }
    }

    private async Task WaitAsync(IEnumerable<Task> running, TimeSpan pause, Task asked)
    {
        pause = pause < TimeSpan.Zero ? TimeSpan.Zero : pause > LongestWait ? LongestWait : pause;
        using var enough = new CancellationTokenSource();
        await Task.WhenAny([.. running, asked, Task.Delay(pause, clock, enough.Token)]);
        await enough.CancelAsync();
    }
}
