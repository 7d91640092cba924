using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>The form behind Edit the post: the words are kept here, then the message is drawn again.</summary>
internal sealed class RewritePostModal(AnnouncementBook book, AnnouncementDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "rewritepost") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        if (await book.LastPostAsync(announcement, ct) is not { } post)
        {
            return AnnouncementViews.NotPosted();
        }

        var (title, text) = (call.Text(AnnouncementFormViews.TitleField), call.Text(AnnouncementFormViews.TextField));
        if (announcement.Write(title, text) is var result and not WordingResult.Fits)
        {
            await book.KeepRefusedAsync(announcement, title, text, "", ct);
            return AnnouncementViews.WordingIsWrong(result, announcement, EditPostButton.Spec.For(id));
        }

        await book.RewrittenAsync(announcement, ct);
        return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.PostIsBeingChanged()))
            .Afterwards<RedrawPost>(post.Id.ToString(CultureInfo.InvariantCulture));
    }
}
