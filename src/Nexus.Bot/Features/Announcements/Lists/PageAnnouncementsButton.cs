using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>First, previous, next and last under <c>/announce list</c>.</summary>
internal sealed class PageAnnouncementsButton(AnnouncementLists lists) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "page") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        // The argument is "next/2/failed": which way, since a custom id may stand only once in a message, where to, and of what.
        var parts = call.Argument.Split('/');
        var page = parts.Length > 1 && int.TryParse(parts[1], out var index) ? index : 0;
        var list = AnnouncementListViews.Read(parts.Length > 2 ? parts[2] : null);
        return AnnouncementListViews.Page(list, await lists.FindAsync(call.Guild, list, ct), page);
    }
}
