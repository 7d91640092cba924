using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The form that <c>/announce schedule</c> opens; answers with the preview.</summary>
internal sealed class WriteAnnouncementModal(AnnouncementBook book, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "write") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (draft.Write(call.Text(AnnouncementViews.TitleField), call.Text(AnnouncementViews.TextField)) is var result and not WordingResult.Fits)
        {
            return AnnouncementViews.WordingIsWrong(result, draft);
        }

        if (!await book.SaveAsync(draft, call.User, ct))
        {
            return AnnouncementViews.TooLateToChange();
        }

        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        return AnnouncementViews.Preview(draft, zone, clock.GetUtcNow())
            .Afterwards<CheckAnnouncementChannel>(call.Argument);
    }
}
