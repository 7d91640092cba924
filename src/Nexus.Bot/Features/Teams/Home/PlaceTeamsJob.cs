using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>Makes the places of teams, and keeps them up to date: who is let in, the name, the card, and the archive at the end. Of formations that were undone it takes them away.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PlaceTeamsJob(INexusDbFactory databases, TeamHome home, TeamRemoval removal, TeamCategories categories, IJobSchedule schedule, TimeProvider clock, ILogger<PlaceTeamsJob> log) : IJob
{
    /// <summary>Longer than all requests for one team may take.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Sweep = TimeSpan.FromMinutes(2);

    private const int MostAtOnce = 100;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        var due = await db.AcrossGuilds<Team>().AsNoTracking()
            .Where(team => (team.PlaceAt <= now || (team.PlaceAt == null && team.PlacedRevision != team.Revision)) && (team.LeaseUntil == null || team.LeaseUntil <= now))
            .OrderBy(team => team.PlaceAt).ThenBy(team => team.Number)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var team in due)
        {
            await TendAsync(team, cancellationToken);
        }

        await categories.ClearAsync(db, cancellationToken);
        if (await db.AcrossGuilds<Team>().Where(team => team.PlaceAt != null).MinAsync(team => team.PlaceAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<PlaceTeamsJob>(next);
        }
    }

    private async Task TendAsync(Team team, CancellationToken ct)
    {
        await using var db = databases.Create();
        DateTimeOffset? lease = clock.GetUtcNow() + Lease;
        var row = db.In<Team>(team.GuildId).Where(it => it.Id == team.Id);
        if (await row.Where(it => it.LeaseUntil == team.LeaseUntil).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, lease), ct) == 0)
        {
            return; // another instance has it
        }

        var (tries, again) = (0, (DateTimeOffset?)null);
        try
        {
            var claimed = await row.AsNoTracking().SingleAsync(ct);
            again = await (claimed.IsUndone ? removal.TendAsync(db, claimed, ct) : home.TendAsync(db, claimed, ct));
        }
        catch (DiscordApiException trouble)
        {
            NotPlaced(log, trouble, team.Id);
            tries = team.PlaceTries + 1;
            var pause = FirstPause * Math.Pow(2, Math.Min(team.PlaceTries, 10));
            pause = pause > LongestPause || !DeliveryTrouble.MayPass(trouble) ? LongestPause : pause;
            again = clock.GetUtcNow() + (trouble.RetryAfter > pause ? trouble.RetryAfter.Value : pause);
        }

        // What has changed meanwhile is looked at again.
        await row.ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null).SetProperty(it => it.PlaceTries, tries), ct);
        var placed = again is null ? team.Revision : team.PlacedRevision;
        await row.Where(it => it.Revision == team.Revision).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlaceAt, again).SetProperty(it => it.PlacedRevision, placed), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The place of team {Team} could not be brought up to date; it is tried again")]
    private static partial void NotPlaced(ILogger log, Exception exception, long team);
}
