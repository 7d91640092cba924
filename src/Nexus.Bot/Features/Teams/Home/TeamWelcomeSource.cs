using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>The card of a team as it is first posted: the one message that pings its people.</summary>
internal sealed class TeamWelcomeSource : IDeliverySource
{
    public const string DeliveryKind = "team-welcome";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { Status: TeamStatus.Active } team
            || team.ThreadId != delivery.ChannelId)
        {
            return DeliveryContent.NotNeeded;
        }

        var sheet = await TeamSheet.OfAsync(db, team, ct);

        // A thread that had to be made anew is no news.
        return new DeliveryContent(TeamCardViews.Card(sheet))
        {
            Mentions = delivery.Occurrence == 1 ? new AllowedMentions { Users = [.. sheet.Members.Select(member => member.PersonId).Take(AllowedMentionsLimit)] } : AllowedMentions.None,
        };
    }

    // https://discord.com/developers/docs/resources/message#allowed-mentions-object
    private const int AllowedMentionsLimit = 100;
}
