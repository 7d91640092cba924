using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary><c>/topic queue</c> shows what waits for a mentor: suggestions, oldest first, and pages whose file has changed.</summary>
internal sealed class ShowQueueCommand(PageSuggestions suggestions, GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "queue", "See suggested changes to the hub and decide about them")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/topic queue",
        Details = "Open one to see who, why, what exactly changes, and how the page will look; then approve it, decline it with a reason, or edit it first.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        SuggestionListViews.Queue(await suggestions.WaitingAsync(call.Guild, ct), await hubs.ConflictsAsync(call.Guild, ct));
}
