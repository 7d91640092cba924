using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>
/// The role of a team that wants one: without permissions, so that it opens nothing, and held by its people. Like the place it is made
/// from the row, step by step; what Discord refuses does not keep the team from its place.
/// </summary>
internal sealed class TeamRoles(IDiscordRest discord, TeamLeaving leaving, TimeProvider clock)
{
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static readonly RequestOptions s_quietly = RequestOptions.Batch with { AuditReason = "A team's role" };

    /// <returns>When it has to be looked after again; null when all is done.</returns>
    /// <exception cref="DiscordApiException">The rest is tried later.</exception>
    public async Task<DateTimeOffset?> TendAsync(NexusDb db, Team team, CancellationToken ct)
    {
        if (!team.WantsRole && team.RoleId is null)
        {
            return null;
        }

        try
        {
            if (team.Status == TeamStatus.Ended)
            {
                await RemoveAsync(db, team, ct);
                return null;
            }

            var again = await GiveAsync(db, team, team.RoleId ?? await MakeAsync(db, team, ct), ct);
            await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleRefusal, (int?)null), ct);
            return again;
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownRole)
        {
            // An admin deleted it, and does not want it back.
            await ForgetAsync(db, team, wants: false, ct);
            return null;
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            int? code = refused.Code;
            await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleRefusal, code), ct);
            return clock.GetUtcNow() + Refused;
        }
    }

    /// <summary>Deletes it, also when nobody heard that it was made. Those who hold it lose it with that.</summary>
    public async Task RemoveAsync(NexusDb db, Team team, CancellationToken ct)
    {
        if ((team.RoleId ?? (team.RoleSince is { } since ? await EarlierAsync(db, team, since, ct) : null)) is { } role)
        {
            try
            {
                await discord.DeleteRoleAsync(team.GuildId, role, s_quietly, ct);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownRole)
            {
                // As it should be.
            }
        }

        await ForgetAsync(db, team, team.WantsRole, ct);
    }

    private async Task<Snowflake> MakeAsync(NexusDb db, Team team, CancellationToken ct)
    {
        Snowflake? made = null;
        var name = team.RoleName;
        if (team.RoleSince is { } since)
        {
            made = await EarlierAsync(db, team, since, ct);
        }

        if (made is null)
        {
            name = team.Name;
            DateTimeOffset? now = clock.GetUtcNow();
            await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleSince, now).SetProperty(it => it.RoleName, name), ct);
            try
            {
                made = (await discord.CreateRoleAsync(team.GuildId, new RoleEdit { Name = name, Permissions = Permissions.None, Mentionable = false, Hoist = false }, s_quietly, ct)).Id;
            }
            catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
            {
                await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleSince, (DateTimeOffset?)null), ct);
                throw;
            }
        }

        await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleId, made).SetProperty(it => it.RoleSince, (DateTimeOffset?)null), ct);
        return made.Value;
    }

    // A role knows no nonce: what an unheard answer left behind is found by its name and time, and by having no permissions.
    private async Task<Snowflake?> EarlierAsync(NexusDb db, Team team, DateTimeOffset since, CancellationToken ct)
    {
        var alike = (await discord.GetRolesAsync(team.GuildId, RequestOptions.Batch, ct))
            .Where(role => role.Name == team.RoleName && !role.Managed && role.Permissions == Permissions.None && role.Id.CreatedAt >= since - Slack)
            .OrderBy(role => role.Id);
        foreach (var role in alike)
        {
            Snowflake? id = role.Id;
            if (!await db.In<Team>(team.GuildId).AnyAsync(it => it.RoleId == id, ct))
            {
                return id;
            }
        }

        return null;
    }

    private async Task<DateTimeOffset?> GiveAsync(NexusDb db, Team team, Snowflake role, CancellationToken ct)
    {
        DateTimeOffset? again = null;
        var members = await db.In<TeamMember>(team.GuildId).AsNoTracking().Where(it => it.TeamId == team.Id && it.HasRole == (it.LeftAt != null)).OrderBy(it => it.Id).ToListAsync(ct);
        foreach (var member in members)
        {
            var gets = member.LeftAt is null;
            try
            {
                await (gets ? discord.AddMemberRoleAsync(team.GuildId, member.PersonId, role, s_quietly, ct) : discord.RemoveMemberRoleAsync(team.GuildId, member.PersonId, role, s_quietly, ct));
            }
            catch (DiscordApiException gone) when (gone.Code is DiscordErrorCode.UnknownMember or DiscordErrorCode.UnknownUser)
            {
                if (gets)
                {
                    await leaving.GoneAsync(team.GuildId, member.PersonId, ct);
                    again = clock.GetUtcNow();
                    continue;
                }
            }

            await db.In<TeamMember>(team.GuildId).Where(it => it.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.HasRole, gets), ct);
        }

        if (await RowOf(db, team).AsNoTracking().Select(it => it.RoleName).SingleAsync(ct) is var called && called != team.Name)
        {
            await discord.EditRoleAsync(team.GuildId, role, new RoleEdit { Name = team.Name }, s_quietly, ct);
            await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleName, team.Name), ct);
        }

        return again;
    }

    private static async Task ForgetAsync(NexusDb db, Team team, bool wants, CancellationToken ct)
    {
        await db.In<TeamMember>(team.GuildId).Where(it => it.TeamId == team.Id && it.HasRole).ExecuteUpdateAsync(set => set.SetProperty(it => it.HasRole, false), ct);
        await RowOf(db, team).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.RoleId, (Snowflake?)null).SetProperty(it => it.RoleSince, (DateTimeOffset?)null)
                .SetProperty(it => it.RoleRefusal, (int?)null).SetProperty(it => it.WantsRole, wants),
            ct);
    }

    private static IQueryable<Team> RowOf(NexusDb db, Team team) => db.In<Team>(team.GuildId).Where(it => it.Id == team.Id);
}
