using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>Keeps what teams say of themselves. Of two who answer first at once the later fails with a clash, and is decided anew.</summary>
internal sealed class CheckInBook(GuildConfigurations configurations, DeliveryQueue queue, TimeProvider clock)
{
    public async Task<int> WeekAsync(Snowflake guild, CancellationToken ct) => CheckIn.WeekOf(clock.GetUtcNow(), Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone));

    /// <summary>This week's, tracked; null while nobody has said anything.</summary>
    public async Task<CheckIn?> ThisWeekAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var week = await WeekAsync(team.GuildId, ct);
        return await db.In<CheckIn>(team.GuildId).SingleOrDefaultAsync(row => row.TeamId == team.Id && row.Week == week, ct);
    }

    /// <returns>Whether mentors hear of it, now or earlier this week.</returns>
    public async Task<bool> SayAsync(NexusDb db, Team team, Standing standing, Snowflake by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = await ThisWeekAsync(db, team, ct);
        if (row is null)
        {
            row = new CheckIn { GuildId = team.GuildId, TeamId = team.Id, Week = await WeekAsync(team.GuildId, ct), Standing = standing, ById = by, At = now };
            db.Add(row);
        }

        (row.Standing, row.ById, row.At) = (standing, by, now);
        if (standing == Standing.NeedsMentor)
        {
            // Once a week; but who changed their mind before it was sent, and changes it again, is heard.
            var earlier = await db.In<Delivery>(team.GuildId).Where(it => it.Kind == NeedsMentorSource.DeliveryKind && it.SubjectId == row.Id).Select(it => it.State).ToListAsync(ct);
            var isTold = earlier.Exists(state => state is not (DeliveryState.Cancelled or DeliveryState.Failed));
            if (!isTold && await TargetsAsync(db, team, ct) is { Count: > 0 } targets)
            {
                db.AddRange(targets.Select((target, index) => Delivery.Plan(team.GuildId, NeedsMentorSource.DeliveryKind, row.Id, target, now, earlier.Count + index + 1)));
                isTold = true;
            }

            row.ToldAt = isTold ? row.ToldAt ?? now : null;
        }

        await db.SaveChangesAsync(ct);
        queue.WakeAt(now);
        return row.ToldAt is not null;
    }

    // The team's own mentors; where it has none, the place of all.
    private async Task<IReadOnlyList<DeliveryTarget>> TargetsAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var log = (await configurations.OfAsync(team.GuildId, ct)).LogChannelId;
        var mentors = (await TeamLife.MembersAsync(db, team, ct)).Where(member => member.IsMentor).ToList();
        return mentors.Count > 0 ? [.. mentors.Select(mentor => DeliveryTarget.DmOf(mentor.PersonId, log))] : log is { } place ? [DeliveryTarget.In(place)] : [];
    }
}
