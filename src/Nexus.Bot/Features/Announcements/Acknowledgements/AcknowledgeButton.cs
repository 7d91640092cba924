using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>Got it, under a post and in the direct message that asks for it. Two presses at once meet at the unique index.</summary>
internal sealed class AcknowledgeButton(NexusDb db, IJobSchedule schedule, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "gotit");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await PostAsync(call, id, ct) is not { } post)
        {
            return AcknowledgementViews.Gone();
        }

        if (await db.In<Acknowledgement>(post.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.DeliveryId == id && it.UserId == call.User, ct) is { } earlier)
        {
            return AcknowledgementViews.AlreadyNoted(earlier);
        }

        var now = clock.GetUtcNow();
        db.Add(new Acknowledgement { GuildId = post.GuildId, DeliveryId = id, UserId = call.User, At = now });
        if (!await db.In<AnnouncementPost>(post.GuildId).AnyAsync(it => it.DeliveryId == id, ct))
        {
            db.Add(new AnnouncementPost { DeliveryId = id, GuildId = post.GuildId, AnnouncementId = post.SubjectId });
        }

        await db.SaveChangesAsync(ct);
        schedule.WakeAt<CountAcknowledgementsJob>(now + CountAcknowledgementsJob.Pause);
        return AcknowledgementViews.Noted();
    }

    /// <summary>In a DM it is the nudge that tells which server's post it is.</summary>
    private async Task<Delivery?> PostAsync(ButtonCall call, long id, CancellationToken ct)
    {
        Snowflake? guild = call.GuildOrNull ?? await db.Of<AcknowledgementNudge>(call.User)
            .Where(nudge => nudge.DeliveryId == id)
            .Select(nudge => (Snowflake?)nudge.GuildId)
            .FirstOrDefaultAsync(ct);

        // Whoever can press it sees the post, also when the bot has not recorded it yet.
        return guild is not { } server ? null : await db.In<Delivery>(server).AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Kind == Announcement.DeliveryKind && row.FirstTriedAt != null, ct);
    }
}
