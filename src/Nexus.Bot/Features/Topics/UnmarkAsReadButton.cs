using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Undo, after a page was marked as read.</summary>
internal sealed class UnmarkAsReadButton(GuildHubs hubs, ReadMarks marks) : IButton
{
    public static ControlSpec Spec { get; } = new("topics", "unread") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild)
        {
            return TopicViews.OnlyInTheServer();
        }

        await marks.RemoveAsync(guild, call.User, [call.Argument], ct);
        return (await hubs.OfAsync(guild, ct)).BySlug(call.Argument) is { } page ? TopicViews.NoLongerRead(page) : TopicViews.Gone();
    }
}
