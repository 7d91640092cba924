using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>A team's own text channel: seen by its people, by mentors and by who sees everything.</summary>
internal sealed class TeamChannels(IDiscordRest discord, TeamCategories categories, GuildConfigurations configurations, TimeProvider clock)
{
    /// <summary>What people of the team are given there. Only permissions that the bot has itself can be given.</summary>
    public const Permissions Given = Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory;

    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private static readonly RequestOptions s_quietly = RequestOptions.Batch with { AuditReason = "A team's channel" };

    /// <exception cref="DiscordApiException">It was refused, or is tried later.</exception>
    public async Task<Snowflake> OpenAsync(NexusDb db, Team team, CancellationToken ct)
    {
        Channel? channel = null;
        var name = team.ThreadName ?? team.Name;
        if (team.PlacingSince is { } since)
        {
            channel = await EarlierAsync(db, team, since, ct);
        }

        if (channel is null)
        {
            var category = await categories.OfAsync(db, team, ct);
            DateTimeOffset? now = clock.GetUtcNow();
            name = team.Name;
            await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, now).SetProperty(it => it.ThreadName, name), ct);
            try
            {
                channel = await discord.CreateGuildChannelAsync(
                    team.GuildId,
                    new ChannelCreate { Name = name, Type = ChannelType.GuildText, Topic = TopicOf(team), ParentId = category, PermissionOverwrites = await ClosedAsync(team, ct) },
                    s_quietly,
                    ct);
            }
            catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
            {
                await RowOf(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, (DateTimeOffset?)null), ct);
                if (refused.Code is DiscordErrorCode.InvalidFormBody or DiscordErrorCode.UnknownChannel)
                {
                    await categories.ForgetIfGoneAsync(db, team, ct);
                }

                throw;
            }
        }

        Snowflake? id = channel.Id;
        await RowOf(db, team).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.ThreadId, id).SetProperty(it => it.ThreadName, name).SetProperty(it => it.Threads, it => it.Threads + 1)
                .SetProperty(it => it.PlacingSince, (DateTimeOffset?)null).SetProperty(it => it.ToldAt, (DateTimeOffset?)null)
                .SetProperty(it => it.PlaceRefusal, (int?)null).SetProperty(it => it.IsPutAway, false),
            ct);
        return id.Value;
    }

    /// <summary>One that was made although nobody heard of it: its topic names the team, and no other team has that number.</summary>
    public async Task<Channel?> EarlierAsync(NexusDb db, Team team, DateTimeOffset since, CancellationToken ct)
    {
        foreach (var channel in (await discord.GetGuildChannelsAsync(team.GuildId, RequestOptions.Batch, ct)).OrderBy(channel => channel.Id))
        {
            Snowflake? id = channel.Id;
            if (channel.Type == ChannelType.GuildText && channel.Topic == TopicOf(team) && channel.Id.CreatedAt >= since - Slack
                && !await db.In<Team>(team.GuildId).AnyAsync(it => it.ThreadId == id, ct))
            {
                return channel;
            }
        }

        return null;
    }

    /// <summary>Shows it to who is on the team and hides it from who is no longer, in one change that leaves alone what admins set.</summary>
    public async Task LetInAsync(NexusDb db, Team team, Snowflake channel, CancellationToken ct)
    {
        var members = await db.In<TeamMember>(team.GuildId).AsNoTracking().Where(it => it.TeamId == team.Id && it.IsInThread == (it.LeftAt != null)).OrderBy(it => it.Id).ToListAsync(ct);
        if (members.Count == 0)
        {
            return;
        }

        var there = (await discord.GetChannelAsync(channel, RequestOptions.Batch, ct)).PermissionOverwrites ?? [];
        var changed = members.Select(member => member.PersonId).ToHashSet();
        await discord.EditChannelAsync(
            channel,
            new ChannelEdit
            {
                PermissionOverwrites =
                [
                    .. there.Where(it => !changed.Contains(it.Id)),
                    .. members.Where(member => member.LeftAt is null).Select(member => new PermissionOverwrite { Id = member.PersonId, Type = OverwriteType.Member, Allow = Given }),
                ],
            },
            s_quietly,
            ct);
        foreach (var member in members)
        {
            var isIn = member.LeftAt is null;
            await db.In<TeamMember>(team.GuildId).Where(it => it.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, isIn), ct);
        }
    }

    private static string TopicOf(Team team) => string.Create(CultureInfo.InvariantCulture, $"Team #{team.Number}. /team show tells who is on it and what it has linked.");

    private async Task<IReadOnlyList<PermissionOverwrite>> ClosedAsync(Team team, CancellationToken ct)
    {
        var bot = (await discord.GetCurrentApplicationAsync(ct)).Id;
        var mentors = (await configurations.OfAsync(team.GuildId, ct)).MentorRoleId;
        return
        [
            new PermissionOverwrite { Id = team.GuildId, Type = OverwriteType.Role, Deny = Permissions.ViewChannel },
            new PermissionOverwrite { Id = bot, Type = OverwriteType.Member, Allow = Given },
            .. mentors is { } role ? new[] { new PermissionOverwrite { Id = role, Type = OverwriteType.Role, Allow = Given } } : [],
        ];
    }

    private static IQueryable<Team> RowOf(NexusDb db, Team team) => db.In<Team>(team.GuildId).Where(it => it.Id == team.Id);
}
