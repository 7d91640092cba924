using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Brings a post (its delivery is the argument) up to the words that were just saved, and says whether Discord took them.</summary>
internal sealed class RedrawPost(NexusDb db, AnnouncementBook book, AnnouncementDesk desk, PostedCards cards) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, out var id) || await book.PostAsync(call.Guild, id, ct) is not { } post
            || await book.FindAsync(call.Guild, post.SubjectId, ct) is not { } announcement)
        {
            return null;
        }

        var note = AnnouncementViews.PostWasChanged(announcement);
        try
        {
            await cards.RedrawAsync(db, post, ct);
        }
        catch (DiscordApiException refused)
        {
            note = AnnouncementViews.PostWasNotChanged(refused);
        }

        return AnnouncementCardViews.ShownAsFound(await desk.LookAsync(announcement, ct, note));
    }
}
