using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>
/// Opens the discussion thread under a post, publishes it to followers, and links to it from the post it corrects. What Discord refuses for good is kept and told, and does not
/// hold up the rest; the post stands in any case.
/// </summary>
internal sealed class AnnouncementFinisher(IDiscordRest discord, PostNotes notes, PostedCards cards, TimeProvider clock) : IDeliveryFinisher
{
    private const int MostThreadName = 100;

    public string Kind => Announcement.DeliveryKind;

    public async Task FinishAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        if (delivery is not { PostedIn: { } channel, MessageId: { } message }
            || await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } announcement
            || await PostOfAsync(db, delivery, ct) is not { RemovedAt: null } post)
        {
            return;
        }

        if (announcement.OpensThread && post is { ThreadId: null, ThreadFailure: null })
        {
            post.ThreadFailure = await RefusedAsync(
                async () => post.ThreadId = await OpenThreadAsync(channel, message, announcement, ct),
                code => notes.TellAsync(announcement.GuildId, PostViews.NoThread(announcement, delivery, code), $"thread-{delivery.Id}", ct));
            await db.SaveChangesAsync(ct);
        }

        if (announcement.IsCrossposted && post is { CrosspostedAt: null, CrosspostFailure: null })
        {
            post.CrosspostFailure = await RefusedAsync(
                async () =>
                {
                    await PublishAsync(channel, message, ct);
                    post.CrosspostedAt = clock.GetUtcNow();
                },
                code => notes.TellAsync(announcement.GuildId, PostViews.NotPublished(announcement, delivery, code), $"publish-{delivery.Id}", ct));
            await db.SaveChangesAsync(ct);
        }

        if (announcement.CorrectsId is { } corrected)
        {
            await LinkFromAsync(db, announcement.GuildId, corrected, ct);
        }
    }

    /// <summary>The post that is corrected is drawn again, and finds its correction.</summary>
    private async Task LinkFromAsync(NexusDb db, Snowflake guild, long corrected, CancellationToken ct)
    {
        var original = await db.In<Delivery>(guild).AsNoTracking()
            .Where(it => it.Kind == Announcement.DeliveryKind && it.SubjectId == corrected && it.State == DeliveryState.Sent)
            .OrderByDescending(it => it.Occurrence)
            .FirstOrDefaultAsync(ct);
        try
        {
            if (original is not null)
            {
                await cards.RedrawAsync(db, original, ct);
            }
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            // It no longer stands there.
        }
    }

    private async Task<Snowflake> OpenThreadAsync(Snowflake channel, Snowflake message, Announcement announcement, CancellationToken ct)
    {
        try
        {
            var thread = new ThreadCreate { Name = Md.Cut(announcement.Title, MostThreadName) };
            return (await discord.StartThreadFromMessageAsync(channel, message, thread, RequestOptions.Batch, ct)).Id;
        }
        catch (DiscordApiException refused) when (refused.Code == DiscordErrorCode.ThreadAlreadyCreated)
        {
            return message; // a thread has the id of the message it was started from
        }
    }

    private async Task PublishAsync(Snowflake channel, Snowflake message, CancellationToken ct)
    {
        try
        {
            await discord.CrosspostMessageAsync(channel, message, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (refused.Code == DiscordErrorCode.MessageAlreadyCrossposted)
        {
            // An earlier try got through.
        }
    }

    /// <returns>Discord's code when it refused for good; a passing trouble is thrown.</returns>
    private static async Task<int?> RefusedAsync(Func<Task> work, Func<int, Task> tell)
    {
        try
        {
            await work();
            return null;
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            var code = refused.Code == 0 ? refused.Status : refused.Code;
            await tell(code);
            return code;
        }
    }

    // Whoever presses "Got it" first makes the row as well.
    private static async Task<AnnouncementPost> PostOfAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        var known = db.In<AnnouncementPost>(delivery.GuildId).Where(it => it.DeliveryId == delivery.Id);
        if (await known.SingleOrDefaultAsync(ct) is { } post)
        {
            return post;
        }

        post = new AnnouncementPost { DeliveryId = delivery.Id, GuildId = delivery.GuildId, AnnouncementId = delivery.SubjectId };
        db.Add(post);
        try
        {
            await db.SaveChangesAsync(ct);
            return post;
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            db.Entry(post).State = EntityState.Detached;
            return await known.SingleAsync(ct);
        }
    }
}
