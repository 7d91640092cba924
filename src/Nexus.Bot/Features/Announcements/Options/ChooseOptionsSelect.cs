using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>The list of options under the preview.</summary>
internal sealed class ChooseOptionsSelect(AnnouncementBook book, AnnouncementDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("announcements", "options") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var approved = AnnouncementOptions.Approved(announcement);
        AnnouncementOptions.Apply(announcement, call.Values);
        var wantsEvent = call.Values.Contains(AnnouncementOptions.Event) && announcement.Event is null;
        var note = wantsEvent && announcement.Repeats is not null ? "⚠️ A repeated announcement cannot also be a scheduled event; one that is posted once can." : null;
        var saved = await desk.SavedAsync(announcement, call.User, ct, note, isForApproval: !approved.Equals(AnnouncementOptions.Approved(announcement)));
        return wantsEvent && note is null && saved.Kind == ReplyKind.Change
            ? AnnouncementFormViews.Event(announcement, await desk.ZoneAsync(call.Guild, ct))
            : saved;
    }
}
