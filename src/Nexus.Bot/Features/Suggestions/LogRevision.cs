using System.Globalization;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>Tells the log channel who brought an earlier text back or settled a conflict.</summary>
internal sealed class LogRevision(PageRevisions revisions, GuildConfigurations configurations, IDiscordRest discord, ILogger<LogRevision> log) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var slug, var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || (await revisions.OfAsync(call.Guild, slug, ct)).Find(revision => revision.Number == n) is not { } revision
            || (await configurations.OfAsync(call.Guild, ct)).LogChannelId is not { } channel)
        {
            return null;
        }

        try
        {
            await discord.CreateMessageAsync(channel, new MessageCreate { Content = HistoryViews.ForTheLog(revision), AllowedMentions = AllowedMentions.None }, ct: ct);
        }
        catch (DiscordApiException refused)
        {
            log.LogInformation("A revision did not reach the log channel: {Reason}", refused.Message);
        }

        return null;
    }
}
