using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>Shows the announcement that is picked from a list, beside the list.</summary>
internal sealed class OpenAnnouncementSelect(AnnouncementBook book, AnnouncementDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("announcements", "open") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        call.Values is [var value] && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await book.FindAsync(call.Guild, id, ct) is { } announcement
            ? AnnouncementCardViews.Shown(await desk.LookAsync(announcement, ct))
            : AnnouncementViews.Gone();
}
