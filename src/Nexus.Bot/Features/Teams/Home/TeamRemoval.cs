using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>
/// Takes away what was made for a team whose formation was undone: its role and its thread or channel, by the ids that its row has,
/// and what may have been made although nobody heard of it. Nothing else is touched, and it can be interrupted anywhere.
/// </summary>
internal sealed class TeamRemoval(IDiscordRest discord, TeamRoles roles, TeamChannels channels, TeamHome home, TimeProvider clock)
{
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(10);

    private static readonly RequestOptions s_quietly = RequestOptions.Batch with { AuditReason = "The formation of this team was undone" };

    /// <returns>When it has to be looked after again; null when nothing is left.</returns>
    /// <exception cref="DiscordApiException">The rest is tried later.</exception>
    public async Task<DateTimeOffset?> TendAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var isPlaceGone = await TryAsync(db, team, isRole: false, () => RemovePlaceAsync(db, team, ct), ct);
        var isRoleGone = await TryAsync(db, team, isRole: true, () => roles.RemoveAsync(db, team, ct), ct);
        return isPlaceGone && isRoleGone ? null : clock.GetUtcNow() + Refused;
    }

    private async Task RemovePlaceAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var place = team.ThreadId;
        if (place is null && team.PlacingSince is { } since)
        {
            place = (team.Place == TeamPlace.Channel ? await channels.EarlierAsync(db, team, since, ct) : await home.EarlierAsync(db, team, since, ct))?.Id;
        }

        if (place is { } id)
        {
            try
            {
                await discord.DeleteChannelAsync(id, s_quietly, ct);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
            {
                // As it should be.
            }
        }

        await db.In<TeamMember>(team.GuildId).Where(it => it.TeamId == team.Id && it.IsInThread).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, false), ct);
        await RowOf(db, team).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.ThreadId, (Snowflake?)null).SetProperty(it => it.PlacingSince, (DateTimeOffset?)null).SetProperty(it => it.PlaceRefusal, (int?)null), ct);
    }

    // What is refused keeps its id: it is tried again, and mentors read why.
    private static async Task<bool> TryAsync(NexusDb db, Team team, bool isRole, Func<Task> remove, CancellationToken ct)
    {
        try
        {
            await remove();
            return true;
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            int? code = refused.Code;
            await (isRole
                ? RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.RoleRefusal, code), ct)
                : RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlaceRefusal, code), ct));
            return false;
        }
    }

    private static IQueryable<Team> RowOf(NexusDb db, Team team) => db.In<Team>(team.GuildId).Where(it => it.Id == team.Id);
}
