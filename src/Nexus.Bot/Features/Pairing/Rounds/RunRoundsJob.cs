using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Keeps rounds going: draws those that are due, places who comes late, and asks at half time and at the end.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RunRoundsJob(
    INexusDbFactory databases, RoundDrawer drawer, LateJoiners late, RoundCheckIn checkIn, GuildConfigurations configurations, DeliveryQueue queue, IJobSchedule jobs, TimeProvider clock, ILogger<RunRoundsJob> log) : IJob
{
    public static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var guild in await DueAsync(cancellationToken))
        {
            await TryAsync(guild, () => drawer.DrawAsync(guild, cancellationToken));
        }

        var next = await NextDrawAsync(cancellationToken);
        foreach (var round in await OpenRoundsAsync(cancellationToken))
        {
            next = Sooner(next, await TendAsync(round, cancellationToken));
            await TryAsync(round.GuildId, async () => next = Sooner(next, await late.PlaceAsync(round, cancellationToken)));
        }

        if (next is { } at)
        {
            jobs.WakeAt<RunRoundsJob>(at);
        }
    }

    private async Task<List<Snowflake>> DueAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        return await db.AcrossGuilds<RoundSchedule>().Where(it => it.AskedAt != null || (!it.IsStopped && it.NextAt <= now)).Select(it => it.GuildId).ToListAsync(ct);
    }

    // What is due already and could not be drawn waits for the next sweep.
    private async Task<DateTimeOffset?> NextDrawAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        return await db.AcrossGuilds<RoundSchedule>().Where(it => !it.IsStopped && it.NextAt > now).MinAsync(it => it.NextAt, ct);
    }

    private async Task<List<Round>> OpenRoundsAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        return await db.AcrossGuilds<Round>().AsNoTracking().Where(round => round.CheckedInAt == null).OrderBy(round => round.At).ToListAsync(ct);
    }

    /// <returns>When there is something to ask next.</returns>
    private async Task<DateTimeOffset?> TendAsync(Round seen, CancellationToken ct)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        var quiet = QuietHours.Of(await configurations.OfAsync(seen.GuildId, ct));
        var (nudge, end) = (seen.NudgedAt is null ? seen.NudgeAt(quiet) : null, seen.CheckInAt(quiet));
        if (now < end && !(nudge <= now))
        {
            return Sooner(nudge, end);
        }

        var round = await db.In<Round>(seen.GuildId).SingleAsync(it => it.Id == seen.Id, ct);
        if (now >= end)
        {
            await checkIn.AskAsync(db, round, now, ct);
        }
        else
        {
            await checkIn.NudgeAsync(db, round, now, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // Another instance asks them.
        }

        return now < end ? end : null;
    }

    private async Task TryAsync(Snowflake guild, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (DiscordApiException trouble)
        {
            NotNow(log, trouble, guild);
        }
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who takes part in the rounds of {Guild} could not be found out; it is tried again")]
    private static partial void NotNow(ILogger log, Exception exception, Snowflake guild);
}
