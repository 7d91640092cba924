using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>The category under which the channels of a formation stand: found by its name or made, and taken away only if made.</summary>
internal sealed class TeamCategories(IDiscordRest discord, TimeProvider clock)
{
    public const string Name = "Teams";

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static readonly RequestOptions s_quietly = RequestOptions.Batch with { AuditReason = "A category for the channels of teams" };

    /// <returns>Null for a team of no formation.</returns>
    public async Task<Snowflake?> OfAsync(NexusDb db, Team team, CancellationToken ct)
    {
        if (await db.In<Commitment>(team.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.FormationId == team.FormationId, ct) is not { } commitment)
        {
            return null;
        }

        if (commitment.CategoryId is { } known)
        {
            return known;
        }

        var found = In(await discord.GetGuildChannelsAsync(team.GuildId, RequestOptions.Batch, ct));
        Snowflake? named = found?.Id;
        var isOurs = found is null || IsMadeFor(commitment, found) || await db.In<Commitment>(team.GuildId).AnyAsync(it => it.CategoryId == named && it.IsCategoryOurs, ct);
        if (found is null)
        {
            DateTimeOffset? now = clock.GetUtcNow();
            await RowOf(db, commitment).ExecuteUpdateAsync(set => set.SetProperty(it => it.CategorySince, now), ct);
            found = await discord.CreateGuildChannelAsync(team.GuildId, new ChannelCreate { Name = Name, Type = ChannelType.GuildCategory }, s_quietly, ct);
        }

        Snowflake? id = found.Id;
        await RowOf(db, commitment).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.CategoryId, id).SetProperty(it => it.CategorySince, (DateTimeOffset?)null).SetProperty(it => it.IsCategoryOurs, it => it.IsCategoryOurs || isOurs), ct);
        return id;
    }

    /// <summary>The oldest of that name; null when there is none.</summary>
    public static Channel? In(IEnumerable<Channel> channels) =>
        channels.Where(channel => channel.Type == ChannelType.GuildCategory && string.Equals(channel.Name, Name, StringComparison.OrdinalIgnoreCase)).MinBy(channel => channel.Id);

    /// <summary>After a refusal: a category that an admin deleted is no longer used, and another one is found or made at the next try.</summary>
    public async Task ForgetIfGoneAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var there = (await discord.GetGuildChannelsAsync(team.GuildId, RequestOptions.Batch, ct)).Select(channel => (Snowflake?)channel.Id).ToHashSet();
        foreach (var commitment in await db.In<Commitment>(team.GuildId).AsNoTracking().Where(it => it.FormationId == team.FormationId && it.CategoryId != null).ToListAsync(ct))
        {
            if (!there.Contains(commitment.CategoryId))
            {
                await RowOf(db, commitment).ExecuteUpdateAsync(set => set.SetProperty(it => it.CategoryId, (Snowflake?)null).SetProperty(it => it.IsCategoryOurs, false), ct);
            }
        }
    }

    /// <summary>Takes away the categories of formations that were undone, once nothing stands under them.</summary>
    public async Task ClearAsync(NexusDb db, CancellationToken ct)
    {
        var undone = await db.AcrossGuilds<Commitment>().AsNoTracking().Where(it => it.UndoneAt != null && (it.CategoryId != null || it.CategorySince != null)).ToListAsync(ct);
        foreach (var commitment in undone)
        {
            // What was asked for while it was undone is removed first.
            if (await db.In<Team>(commitment.GuildId).AnyAsync(it => it.FormationId == commitment.FormationId && (it.ThreadId != null || it.PlacingSince != null || it.LeaseUntil != null), ct))
            {
                continue;
            }

            try
            {
                await ClearAsync(db, commitment, ct);
            }
            catch (DiscordApiException trouble) when (DeliveryTrouble.MayPass(trouble))
            {
                continue; // at the next look
            }
            catch (DiscordApiException)
            {
                // Gone, or no longer the bot's to delete: it stands empty, and anybody who may can delete it.
            }

            await RowOf(db, commitment).ExecuteUpdateAsync(set => set.SetProperty(it => it.CategoryId, (Snowflake?)null).SetProperty(it => it.CategorySince, (DateTimeOffset?)null), ct);
        }
    }

    private async Task ClearAsync(NexusDb db, Commitment commitment, CancellationToken ct)
    {
        var channels = await discord.GetGuildChannelsAsync(commitment.GuildId, RequestOptions.Batch, ct);
        var category = commitment.CategoryId is { } id ? channels.FirstOrDefault(channel => channel.Id == id)
            : In(channels) is { } found && IsMadeFor(commitment, found) ? found : null;
        if (category is null || channels.Any(channel => channel.ParentId == category.Id))
        {
            return;
        }

        Snowflake? its = category.Id;
        var isOurs = commitment.IsCategoryOurs || commitment.CategoryId is null;
        if (isOurs && !await db.In<Commitment>(commitment.GuildId).AnyAsync(it => it.CategoryId == its && it.UndoneAt == null, ct))
        {
            await discord.DeleteChannelAsync(category.Id, s_quietly, ct);
        }
    }

    private static bool IsMadeFor(Commitment commitment, Channel category) => commitment.CategorySince is { } since && category.Id.CreatedAt >= since - Slack;

    private static IQueryable<Commitment> RowOf(NexusDb db, Commitment commitment) => db.In<Commitment>(commitment.GuildId).Where(it => it.FormationId == commitment.FormationId);
}
