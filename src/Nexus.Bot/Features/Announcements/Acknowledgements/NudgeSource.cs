using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.People;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Words the message to somebody who has not pressed "Got it"; none to those who have meanwhile, or who left.</summary>
internal sealed class NudgeSource(GuildMembers members) : IDeliverySource
{
    public string Kind => AcknowledgementNudge.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var guild = delivery.GuildId;
        if (await db.In<AcknowledgementNudge>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } nudge
            || await new AcknowledgementBook(db).FindAsync(guild, nudge.DeliveryId, ct) is not { } post
            || post.Pressed.Any(it => it.UserId == nudge.UserId))
        {
            return DeliveryContent.NotNeeded;
        }

        return await members.OfAsync(guild, RequestOptions.Batch, ct) is { } everyone && everyone.All(member => member.User?.Id != nudge.UserId)
            ? DeliveryContent.NotNeeded
            : new DeliveryContent(AcknowledgementViews.Nudge(post, nudge.AskedBy, AcknowledgementViews.Button(nudge.DeliveryId, 0)));
    }
}
