using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Reminders;

/// <summary>
/// Where somebody is mentioned whose DM is closed, for what was asked in that DM: the agreed channel of a server they are on.
/// </summary>
internal sealed class AgreedChannels(IDiscordRest discord)
{
    private const int Most = 25;

    /// <exception cref="DiscordApiException">Discord cannot be asked now.</exception>
    public async Task<Snowflake?> OfAsync(NexusDb db, Snowflake person, CancellationToken ct)
    {
        var servers = await db.AcrossGuilds<GuildConfiguration>()
            .Where(server => server.ReminderChannelId != null)
            .OrderByDescending(server => db.Of<Reminder>(person).Any(reminder => reminder.GuildId == server.GuildId))
            .ThenBy(server => server.GuildId)
            .Select(server => new { server.GuildId, server.ReminderChannelId })
            .Take(Most)
            .ToListAsync(ct);
        foreach (var server in servers)
        {
            try
            {
                if (await PingRights.MemberAsync(discord, server.GuildId, person, RequestOptions.Batch, ct) is not null)
                {
                    return server.ReminderChannelId;
                }
            }
            catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
            {
                // A server that the bot has left.
            }
        }

        return null;
    }
}
