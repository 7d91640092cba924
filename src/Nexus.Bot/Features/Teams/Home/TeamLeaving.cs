using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Mentoring;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>Takes who has left the server off their teams.</summary>
internal sealed class TeamLeaving(INexusDbFactory databases, TeamLife life)
{
    private const int MostTries = 5;

    public async Task GoneAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        List<long> teams;
        await using (var db = databases.Create())
        {
            await MentorBook.ForgetAsync(db, guild, person, ct);
            teams = await db.In<TeamMember>(guild).Where(member => member.PersonId == person && member.LeftAt == null).Select(member => member.TeamId).ToListAsync(ct);
        }

        foreach (var id in teams)
        {
            await LeaveAsync(guild, id, person, ct);
        }
    }

    private async Task LeaveAsync(Snowflake guild, long id, Snowflake person, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = databases.Create();
            if (await TeamLife.FindAsync(db, guild, id, ct) is not { } team
                || await db.In<TeamMember>(guild).SingleOrDefaultAsync(it => it.TeamId == id && it.PersonId == person && it.LeftAt == null, ct) is not { } member)
            {
                return;
            }

            try
            {
                // Discord has put them out of the thread.
                member.IsInThread = false;
                await life.LeaveAsync(db, team, member, person, TeamAct.Gone, ct);
                await life.SaveAsync(db, team, ct);
                return;
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash && tries < MostTries)
            {
                // Changed by somebody else at the same moment.
            }
        }
    }
}

/// <summary>Notices at once that somebody leaves, where the members intent is granted; <see cref="LookForMembersJob"/> does elsewhere.</summary>
internal sealed class MemberLeaves(TeamLeaving leaving) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) => leaving.GoneAsync(happened.Member.GuildId, happened.Member.User.Id, ct);
}

/// <summary>Looks whether the people of teams are still there: without the members intent nobody tells, and an event can be missed.</summary>
[DisallowConcurrentExecution]
internal sealed class LookForMembersJob(NexusDb db, TeamLeaving leaving, IDiscordRest discord) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var people = await db.AcrossGuilds<TeamMember>().Where(member => member.LeftAt == null).Select(member => new { member.GuildId, member.PersonId }).Distinct().ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            try
            {
                await discord.GetMemberAsync(person.GuildId, person.PersonId, RequestOptions.Batch, cancellationToken);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMember)
            {
                await leaving.GoneAsync(person.GuildId, person.PersonId, cancellationToken);
            }
            catch (DiscordApiException trouble) when (DeliveryTrouble.MayPass(trouble))
            {
                return; // the next look finds them
            }
            catch (DiscordApiException)
            {
                // This server is closed to the bot; others are not.
            }
        }
    }
}
