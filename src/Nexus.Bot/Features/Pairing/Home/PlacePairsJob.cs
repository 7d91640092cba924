using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>Makes the threads of pairs, and keeps them up to date: who is let in, the opener, and the archive at the end.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PlacePairsJob(INexusDbFactory databases, PairHome home, IJobSchedule schedule, TimeProvider clock, ILogger<PlacePairsJob> log) : IJob
{
    /// <summary>Longer than all requests for one pair may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Sweep = TimeSpan.FromMinutes(2);

    private const int MostAtOnce = 300;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        var due = await db.AcrossGuilds<Pair>().AsNoTracking()
            .Where(pair => (pair.PlaceAt <= now || (pair.PlaceAt == null && pair.PlacedRevision != pair.Revision)) && (pair.LeaseUntil == null || pair.LeaseUntil <= now))
            .OrderBy(pair => pair.PlaceAt).ThenBy(pair => pair.Name)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var pair in due)
        {
            await TendAsync(pair, cancellationToken);
        }

        if (await db.AcrossGuilds<Pair>().Where(pair => pair.PlaceAt != null).MinAsync(pair => pair.PlaceAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<PlacePairsJob>(next);
        }
    }

    private async Task TendAsync(Pair pair, CancellationToken ct)
    {
        await using var db = databases.Create();
        DateTimeOffset? lease = clock.GetUtcNow() + Lease;
        var row = db.In<Pair>(pair.GuildId).Where(it => it.Id == pair.Id);
        if (await row.Where(it => it.LeaseUntil == pair.LeaseUntil).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, lease), ct) == 0)
        {
            return; // another instance has it
        }

        var (tries, again) = (0, (DateTimeOffset?)null);
        try
        {
            again = await home.TendAsync(db, await row.AsNoTracking().SingleAsync(ct), ct);
        }
        catch (DiscordApiException trouble)
        {
            NotPlaced(log, trouble, pair.Id);
            tries = pair.PlaceTries + 1;
            var pause = FirstPause * Math.Pow(2, Math.Min(pair.PlaceTries, 10));
            pause = pause > LongestPause || !DeliveryTrouble.MayPass(trouble) ? LongestPause : pause;
            again = clock.GetUtcNow() + (trouble.RetryAfter > pause ? trouble.RetryAfter.Value : pause);
        }

        // What has changed meanwhile is looked at again.
        await row.ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null).SetProperty(it => it.PlaceTries, tries), ct);
        var placed = again is null ? pair.Revision : pair.PlacedRevision;
        await row.Where(it => it.Revision == pair.Revision).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlaceAt, again).SetProperty(it => it.PlacedRevision, placed), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The thread of pair {Pair} could not be brought up to date; it is tried again")]
    private static partial void NotPlaced(ILogger log, Exception exception, long pair);
}
