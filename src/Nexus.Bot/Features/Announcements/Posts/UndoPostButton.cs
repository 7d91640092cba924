using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Undo, after Post now and under a post of the last ten minutes. What has not gone out yet is cancelled instead.</summary>
internal sealed class UndoPostButton(AnnouncementBook book, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "unpost") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        if (await book.LastPostAsync(announcement, ct) is { } post)
        {
            return AnnouncementPost.CanBeUndone(post, clock.GetUtcNow())
                ? AnnouncementViews.BeingTakenBack(announcement).Afterwards<RemovePost>(post.Id.ToString(CultureInfo.InvariantCulture))
                : AnnouncementViews.TooLateToUndo(announcement);
        }

        return await book.DeliveryOfAsync(announcement, ct) switch
        {
            // One that was tried may stand there although nobody has heard of it: the next try finds it.
            { State: DeliveryState.Waiting, UnsureSince: null } when await book.CancelAsync(announcement, call.User, ct) == CancelResult.Cancelled => AnnouncementViews.CancelledHere(announcement),
            { State: DeliveryState.Waiting or DeliveryState.Sending } => AnnouncementViews.OnItsWay(),
            _ => AnnouncementViews.NotPosted(),
        };
    }
}
