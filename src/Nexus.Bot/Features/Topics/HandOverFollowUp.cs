using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Topics;

/// <summary>Sends a page to a person as a direct message and tells the sender how it went.</summary>
internal sealed class HandOverFollowUp(GuildHubs hubs, LookupLog log, IDiscordRest discord) : IFollowUp
{
    public static string ArgumentOf(HubPage page, Snowflake person) => $"{person}/{page.Slug}";

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var id, var slug] || !Snowflake.TryParse(id, out var person)
            || (await hubs.OfAsync(call.Guild, ct)).BySlug(slug) is not { } page)
        {
            return TopicViews.Gone();
        }

        var message = HandOverViews.DirectMessage(page, await hubs.OfAsync(null, ct), call.UserName, call.Channel) with
        {
            // A repeat after a lost answer makes no second message.
            Nonce = call.Id.Value.ToString(CultureInfo.InvariantCulture),
            EnforceNonce = true,
        };
        try
        {
            var door = await discord.CreateDmAsync(person, ct: ct);
            await discord.CreateMessageAsync(door.Id, message, ct: ct);
        }
        catch (DiscordApiException refused)
        {
            return refused.Code is DiscordErrorCode.CannotSendToUser or DiscordErrorCode.NoMutualGuild
                ? HandOverViews.DoorClosed(person)
                : HandOverViews.NotTaken(person);
        }

        log.Shown(call.Guild, slug);
        return HandOverViews.Sent(page, person);
    }
}
