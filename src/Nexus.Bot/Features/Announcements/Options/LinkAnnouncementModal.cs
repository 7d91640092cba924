using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>The form behind Links….</summary>
internal sealed class LinkAnnouncementModal(AnnouncementBook book, AnnouncementDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "setlinks") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var typed = call.Text(AnnouncementFormViews.LinksField);
        var (links, wrong) = AnnouncementLinks.Read(typed);
        if (wrong is not null)
        {
            return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.LinksAreWrong(wrong, typed)));
        }

        announcement.Links = links;
        return await desk.SavedAsync(announcement, call.User, ct);
    }
}
