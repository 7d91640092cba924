using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>The form behind Files…. What was uploaded is fetched once this is answered.</summary>
internal sealed class AttachFilesModal(AnnouncementBook book, AnnouncementDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "setfiles") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var files = call.Files(AnnouncementFormViews.FilesField);
        if (files.Count > AnnouncementFile.Most || files.Sum(file => file.Size) > AnnouncementFile.MostBytes)
        {
            return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.FilesAreWrong(FilesResult.TooLarge)));
        }

        return AnnouncementCardViews.ShownHere(await desk.LookAsync(announcement, ct, AnnouncementViews.FilesAreFetched(files.Count)))
            .Afterwards<KeepAnnouncementFiles>(id.ToString(CultureInfo.InvariantCulture));
    }
}
