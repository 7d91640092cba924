using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>First, previous, next and last under <c>/announce list</c>.</summary>
internal sealed class PageAnnouncementsButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "page") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        // The argument is "next/2": which way and where to, since a custom id may stand only once in a message.
        var page = call.Argument.Split('/') is [_, var number] && int.TryParse(number, out var index) ? index : 0;
        return AnnouncementListViews.Page(await book.AllAsync(call.Guild, ct), page);
    }
}
