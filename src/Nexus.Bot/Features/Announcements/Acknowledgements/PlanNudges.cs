using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Puts one direct message each into the queue for those who have not pressed "Got it" and were never nudged for this post.</summary>
internal sealed class PlanNudges(INexusDbFactory databases, DeliveryQueue queue, ChannelAudience audience, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return AcknowledgementViews.GoneHere();
        }

        try
        {
            return await PlanAsync(call, id, ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // Somebody else pressed at the same moment: those people have their message now.
            return await PlanAsync(call, id, ct);
        }
    }

    private async Task<Reply> PlanAsync(FollowUpCall call, long id, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await new AcknowledgementBook(db).FindAsync(call.Guild, id, ct) is not { } post)
        {
            return AcknowledgementViews.GoneHere();
        }

        Readers readers;
        try
        {
            readers = await audience.OfAsync(call.Guild, post.Channel, post.Announcement.PingRoleId, null, ct);
        }
        catch (DiscordApiException)
        {
            return AcknowledgementViews.ListWithoutReaders(post, new AcknowledgementPage(id));
        }

        if (readers.People is not { } people)
        {
            return AcknowledgementViews.List(post, readers, new AcknowledgementPage(id));
        }

        var now = clock.GetUtcNow();
        await using var together = await db.Database.BeginTransactionAsync(ct);
        List<AcknowledgementNudge> nudges =
        [
            .. post.ToNudge(people).Select(person => new AcknowledgementNudge { GuildId = call.Guild, DeliveryId = id, UserId = person, AskedBy = call.User, At = now }),
        ];
        db.AddRange(nudges);
        await db.SaveChangesAsync(ct);
        db.AddRange(nudges.Select(nudge => Delivery.Plan(call.Guild, AcknowledgementNudge.DeliveryKind, nudge.Id, DeliveryTarget.DmOf(nudge.UserId), now)));
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        queue.WakeAt(now);
        return AcknowledgementViews.NudgesAreOnTheirWay(post, nudges.Count);
    }
}
