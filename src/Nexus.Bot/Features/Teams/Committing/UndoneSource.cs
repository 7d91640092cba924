using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>Tells somebody that the team they were put on was taken back.</summary>
internal sealed class UndoneSource : IDeliverySource
{
    public const string DeliveryKind = "team-undone";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var member = await db.In<TeamMember>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        if (member is null || await db.In<Team>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == member.TeamId, ct) is not { IsUndone: true } team)
        {
            return DeliveryContent.NotNeeded;
        }

        return delivery.ByDm
            ? new DeliveryContent(UndoViews.Told(team))
            : new DeliveryContent(new Container([new TextDisplay(Md.User(member.PersonId)), .. UndoViews.Told(team).Components])) { Mentions = new AllowedMentions { Users = [member.PersonId] } };
    }
}
