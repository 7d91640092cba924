using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Joining;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary>
/// Offers each team that waits to one mentor at a time, as an invitation like any other: to the one with the most room who has not been
/// asked since the team began to wait. After a no, or none in three days, the next is asked.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class OfferTeamsJob(INexusDbFactory databases, TeamLife life, GuildConfigurations configurations, IDiscordRest discord, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        List<MentorWish> wishes;
        await using (var db = databases.Create())
        {
            wishes = await db.AcrossGuilds<MentorWish>().AsNoTracking().OrderBy(wish => wish.At).ThenBy(wish => wish.Id).ToListAsync(cancellationToken);
        }

        foreach (var wish in wishes)
        {
            try
            {
                await OfferAsync(wish, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Changed at the same moment: the next run looks again.
            }
            catch (DiscordApiException)
            {
                // Whether somebody is still a mentor cannot be told now; teams of other servers do not wait for that.
            }
        }
    }

    private async Task OfferAsync(MentorWish wish, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var team = await TeamLife.FindAsync(db, wish.GuildId, wish.TeamId, ct);
        if (team is not { Status: TeamStatus.Active } || (await TeamLife.MembersAsync(db, team, ct)).Exists(member => member.IsMentor))
        {
            await db.In<MentorWish>(wish.GuildId).Where(it => it.Id == wish.Id).ExecuteDeleteAsync(ct);
            return;
        }

        var asks = await db.In<TeamAsk>(wish.GuildId).Where(ask => ask.TeamId == team.Id).ToListAsync(ct);
        if (asks.Exists(ask => ask is { Kind: TeamAskKind.Invitation, Track: TeamTracks.Mentor } && ask.IsOpen(now)))
        {
            return;
        }

        foreach (var load in await MentorBook.LoadsAsync(db, wish.GuildId, now, ct))
        {
            var ask = asks.Find(it => it.PersonId == load.Person);
            if (load.Free == 0 || ask?.At >= wish.At || !await IsMentorAsync(db, wish.GuildId, load.Person, ct))
            {
                continue;
            }

            if (ask is null)
            {
                ask = TeamAsk.New(team, load.Person, TeamTracks.Mentor);
                db.Add(ask);
            }

            ask.Put(TeamAskKind.Invitation, wish.ById, TeamTracks.Mentor, now);
            ask.IsByMentor = true; // a mentor may look after several
            var instead = (await configurations.OfAsync(wish.GuildId, ct)).ReminderChannelId;
            db.Add(Delivery.Plan(wish.GuildId, InvitationSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(load.Person, instead), now, ask.Times));
            await life.SaveAsync(db, team, ct);
            return;
        }
    }

    private async Task<bool> IsMentorAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct)
    {
        try
        {
            var member = await discord.GetMemberAsync(guild, person, RequestOptions.Batch, ct);
            return (await configurations.OfAsync(guild, ct)).MentorRoleId is not { } role || member.Roles.Contains(role);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMember)
        {
            await MentorBook.ForgetAsync(db, guild, person, ct);
            return false;
        }
    }
}
