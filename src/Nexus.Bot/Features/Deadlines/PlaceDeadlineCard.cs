using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Remembers where the card of a new deadline is, and says on it whom the reminders reach.</summary>
internal sealed class PlaceDeadlineCard(
    NexusDb db, DeadlineBook book, DeadlineAudience audience, GuildConfigurations configurations, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await book.FindAsync(call.Guild, id, ct) is not { } deadline)
        {
            return null;
        }

        try
        {
            deadline.CardId = (await discord.GetOriginalResponseAsync(call.Interaction, ct)).Id;
            await db.SaveChangesAsync(ct);
            var configuration = await configurations.OfAsync(call.Guild, ct);
            var reach = await audience.ReachAsync(deadline, configuration, ct);
            return DeadlineViews.CardAgain(deadline, reach, clock.GetUtcNow(), Zones.Named(configuration.TimeZone));
        }
        catch (DiscordApiException)
        {
            // The card stands as it is; the job tries again.
            deadline.CardStaleAt = clock.GetUtcNow();
            await db.SaveChangesAsync(ct);
            return null;
        }
    }
}
