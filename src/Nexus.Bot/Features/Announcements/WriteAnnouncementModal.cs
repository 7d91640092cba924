using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The form that <c>/announce schedule</c>, <c>now</c> and <c>draft</c> open; answers with the preview.</summary>
internal sealed class WriteAnnouncementModal(AnnouncementBook book, AnnouncementDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "write") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        var (title, text) = (call.Text(AnnouncementFormViews.TitleField), call.Text(AnnouncementFormViews.TextField));
        if (draft.Write(title, text) is var result and not WordingResult.Fits)
        {
            await book.KeepRefusedAsync(draft, title, text, AnnouncementPhrases.ToEdit(draft, await desk.ZoneAsync(call.Guild, ct)), ct);
            return AnnouncementViews.WordingIsWrong(result, draft, EditAnnouncementButton.Spec.For(id));
        }

        draft.Refused = null;
        return await book.SaveAsync(draft, call.User, ct)
            ? AnnouncementCardViews.Shown(await desk.LookAsync(draft, ct))
            : AnnouncementViews.TooLateToChange();
    }
}
