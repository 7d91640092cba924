using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce draft</c> opens the form; the draft is kept, without a time, until it is posted or discarded.</summary>
internal sealed class DraftAnnouncementCommand(AnnouncementDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "draft", "Write an announcement and decide later when it is posted")
    {
        Options = [AnnouncementDesk.ChannelOption, TemplateViews.UseOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce draft",
        Details = "`/announce list` shows your drafts. **Schedule…** gives one a time, **Post now** posts it, **Cancel** discards it.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => desk.WriteAsync(call, null, ct);
}
