using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Tells the log channel what could not be done for an announcement. For jobs.</summary>
internal sealed partial class PostNotes(GuildConfigurations configurations, IDiscordRest discord, ILogger<PostNotes> log)
{
    /// <param name="nonce">The same for the same note, so that a repeated try does not tell twice.</param>
    /// <exception cref="DiscordApiException">A trouble that may pass.</exception>
    public async Task TellAsync(Snowflake guild, string words, string nonce, CancellationToken ct)
    {
        if ((await configurations.OfAsync(guild, ct)).LogChannelId is not { } channel)
        {
            return;
        }

        try
        {
            await discord.CreateMessageAsync(channel, new MessageCreate { Content = words, Nonce = nonce, EnforceNonce = true }, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            NotTold(log, refused, guild);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The log channel of {Guild} could not be told what did not work for an announcement")]
    private static partial void NotTold(ILogger log, Exception exception, Snowflake guild);
}
