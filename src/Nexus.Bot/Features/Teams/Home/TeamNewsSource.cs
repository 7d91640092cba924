using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>Tells a team's thread what was done; quietly, and nobody is pinged.</summary>
internal sealed class TeamNewsSource : IDeliverySource
{
    public const string DeliveryKind = "team-news";

    private const int MostWaiting = 3;

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var step = await db.In<TeamStep>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.TeamId == delivery.SubjectId && it.Number == delivery.Occurrence, ct);
        var team = await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        if (step is null || team is not { Status: TeamStatus.Active } || team.ThreadId != delivery.ChannelId)
        {
            return DeliveryContent.NotNeeded;
        }

        var waiting = await db.In<TeamAsk>(delivery.GuildId).AsNoTracking()
            .Where(ask => ask.TeamId == team.Id && ask.Kind == TeamAskKind.Waiting && ask.Answer == TeamAskAnswer.None)
            .OrderBy(ask => ask.At).ThenBy(ask => ask.Id)
            .Take(MostWaiting)
            .ToListAsync(ct);
        return new DeliveryContent(new Container([new TextDisplay(TeamNewsViews.Told(step, waiting))])) { IsQuiet = true };
    }
}
