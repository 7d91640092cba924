using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Times;
using Quartz;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>Plans the week's question for teams that have not said how they do: one row each, so that nothing asks twice.</summary>
[DisallowConcurrentExecution]
internal sealed class AskForCheckInsJob(INexusDbFactory databases, GuildConfigurations configurations, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>After so long a silence of the program the week's question is left out.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <summary>Who has only just begun is not asked yet.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        List<CheckInSettings> servers;
        await using (var db = databases.Create())
        {
            servers = await db.AcrossGuilds<CheckInSettings>().AsNoTracking().Where(it => it.Day != null).ToListAsync(cancellationToken);
        }

        foreach (var server in servers)
        {
            try
            {
                await PlanAsync(server, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Another instance has planned the same week.
            }
        }
    }

    private async Task PlanAsync(CheckInSettings server, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), Zones.Named((await configurations.OfAsync(server.GuildId, ct)).TimeZone));
        var week = CheckIn.WeekOf(now, zone);
        var due = server.AskedAt(week, zone)!.Value;
        schedule.WakeAt<AskForCheckInsJob>(due > now ? due : server.AskedAt(week + 7, zone)!.Value);
        if (due > now || now - due > Late)
        {
            return;
        }

        await using var db = databases.Create();
        var began = due - Young;
        var teams = await db.In<Team>(server.GuildId).AsNoTracking()
            .Where(team => team.Status == TeamStatus.Active && team.ThreadId != null && team.CreatedAt < began)
            .Where(team => !db.In<CheckIn>(server.GuildId).Any(row => row.TeamId == team.Id && row.Week == week))
            .Where(team => !db.In<Delivery>(server.GuildId).Any(row => row.Kind == AskCheckInSource.DeliveryKind && row.SubjectId == team.Id && row.Occurrence == week))
            .ToListAsync(ct);
        db.AddRange(teams.Select(team => Delivery.Plan(server.GuildId, AskCheckInSource.DeliveryKind, team.Id, DeliveryTarget.In(team.ThreadId!.Value), due, week)));
        await db.SaveChangesAsync(ct);
        queue.WakeAt(now);
    }
}

/// <summary>The week's question, unless it is answered meanwhile.</summary>
internal sealed class AskCheckInSource : IDeliverySource
{
    public const string DeliveryKind = "team-checkin";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is { Status: TeamStatus.Active } team
            && team.ThreadId == delivery.ChannelId
            && !await db.In<CheckIn>(delivery.GuildId).AnyAsync(row => row.TeamId == team.Id && row.Week == delivery.Occurrence, ct)
            ? new DeliveryContent(CheckInViews.Asked(team)) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>Tells mentors that a team needs one, unless it has changed its mind.</summary>
internal sealed class NeedsMentorSource : IDeliverySource
{
    public const string DeliveryKind = "team-needs-mentor";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<CheckIn>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is { Standing: Standing.NeedsMentor } row
            && await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == row.TeamId, ct) is { Status: TeamStatus.Active } team
            ? new DeliveryContent(new Nexus.Discord.Model.Container([new Nexus.Discord.Model.TextDisplay(CheckInViews.Needed(team, row))]))
            : DeliveryContent.NotNeeded;
}
