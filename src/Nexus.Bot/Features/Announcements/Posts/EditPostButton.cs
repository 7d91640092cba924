using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Edit the post, under a posted announcement.</summary>
internal sealed class EditPostButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "editpost") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        return await book.LastPostAsync(announcement, ct) is null ? AnnouncementViews.NotPosted() : AnnouncementFormViews.EditPost(announcement);
    }
}
