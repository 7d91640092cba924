using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary><c>/announce now</c> opens the form; it is posted when Post now is pressed under the preview.</summary>
internal sealed class PostAnnouncementCommand(AnnouncementDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "now", "Write an announcement and post it right away")
    {
        Options = [AnnouncementDesk.ChannelOption, TemplateViews.UseOption],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/announce now",
        Details = "You see exactly what will be posted before you press **Post now**, and can take it back for 10 minutes.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => desk.WriteAsync(call, null, ct);
}
