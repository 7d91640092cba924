using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Deletes a post (its delivery is the argument), notes it, and tells the log. A second run finds it gone and is content.</summary>
internal sealed class RemovePost(NexusDb db, AnnouncementBook book, AnnouncementNotices notices, PostedCards cards, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, out var id) || await book.PostAsync(call.Guild, id, ct) is not { PostedIn: { } channel, MessageId: { } message } post
            || await book.FindAsync(call.Guild, post.SubjectId, ct) is not { } announcement)
        {
            return null;
        }

        try
        {
            await discord.DeleteMessageAsync(channel, message, new RequestOptions { AuditReason = "Taken back by a mentor" }, ct);
        }
        catch (DiscordApiException refused) when (refused.Status != 404)
        {
            return AnnouncementViews.NotTakenBack(announcement, refused);
        }
        catch (DiscordApiException)
        {
            // Somebody has deleted it already.
        }

        var removed = await book.RemovedAsync(post, call.User, ct);
        await notices.ToLogAsync(announcement, NoticeAbout.Done, call.User, "took back", ct);
        notices.Wake();
        await UncorrectAsync(announcement, ct);
        return AnnouncementViews.TakenBack(announcement, post, removed.ThreadId, clock.GetUtcNow());
    }

    /// <summary>A correction that is gone is no longer linked to.</summary>
    private async Task UncorrectAsync(Announcement announcement, CancellationToken ct)
    {
        if (announcement.CorrectsId is not { } corrected || await book.FindAsync(announcement.GuildId, corrected, ct) is not { } original
            || await book.LastPostAsync(original, ct) is not { } post)
        {
            return;
        }

        try
        {
            await cards.RedrawAsync(db, post, ct);
        }
        catch (DiscordApiException)
        {
            // The line leads nowhere then, and does no harm.
        }
    }
}
