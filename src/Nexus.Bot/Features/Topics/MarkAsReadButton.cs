using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Mark as read, on a page's card.</summary>
internal sealed class MarkAsReadButton(GuildHubs hubs, ReadMarks marks) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "read");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return TopicViews.OnlyInTheServer();
        }

        var hub = await hubs.OfAsync(guild, ct);
        if (hub.BySlug(call.Argument) is not { } page)
        {
            return TopicViews.Gone();
        }

        await marks.AddAsync(guild, call.User, [page.Slug], ct);
        return TopicViews.MarkedAsRead(page, hub);
    }
}
