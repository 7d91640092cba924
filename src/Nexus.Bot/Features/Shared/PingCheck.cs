using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Whether a role may still be pinged on somebody's behalf, asked of Discord at the moment of sending.</summary>
internal sealed class PingCheck(IDiscordRest discord)
{
    private Snowflake? _self;

    /// <exception cref="DiscordApiException">Discord cannot be asked now.</exception>
    public async Task<PingRight> AskAsync(Snowflake guild, Snowflake channel, Snowflake role, Snowflake person, CancellationToken ct)
    {
        try
        {
            // A bot's user has the id of its application.
            _self ??= (await discord.GetCurrentApplicationAsync(ct)).Id;
            return await PingRights.AskAsync(discord, guild, channel, role, person, _self.Value, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            return PingRight.BotMayNot; // it cannot even look, and posting will tell why
        }
    }
}
