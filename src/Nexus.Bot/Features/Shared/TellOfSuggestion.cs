using System.Globalization;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>
/// Tells the log channel of a new suggestion (its number is the argument) or of what was decided about it, and the author of the
/// decision. Whether that works or not, the decision stands.
/// </summary>
internal sealed class TellOfSuggestion(PageSuggestions suggestions, GuildConfigurations configurations, IDiscordRest discord, ILogger<TellOfSuggestion> log) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!int.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await suggestions.FindAsync(call.Guild, number, ct) is not { } suggestion)
        {
            return null;
        }

        if (SuggestionNoticeViews.ForTheLog(suggestion) is { } line && (await configurations.OfAsync(call.Guild, ct)).LogChannelId is { } channel)
        {
            await TryAsync(() => SendAsync(channel, line, ct), "the log channel");
        }

        if (SuggestionNoticeViews.ForTheAuthor(suggestion) is { } words)
        {
            await TryAsync(async () => await SendAsync((await discord.CreateDmAsync(suggestion.AuthorId, ct: ct)).Id, words, ct), "its author");
        }

        return null;
    }

    private Task SendAsync(Snowflake channel, string words, CancellationToken ct) =>
        discord.CreateMessageAsync(channel, new MessageCreate { Content = words, AllowedMentions = AllowedMentions.None }, ct: ct);

    // Closed direct messages or a channel that is gone are no fault of whoever decided.
    private async Task TryAsync(Func<Task> send, string whom)
    {
        try
        {
            await send();
        }
        catch (DiscordApiException refused)
        {
            log.LogInformation("Suggestion news did not reach {Whom}: {Reason}", whom, refused.Message);
        }
    }
}
