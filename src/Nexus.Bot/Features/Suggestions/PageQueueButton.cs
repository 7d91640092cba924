using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>First, previous, next and last under <c>/topic queue</c>.</summary>
internal sealed class PageQueueButton(PageSuggestions suggestions, GuildHubs hubs) : IButton
{
    public static ControlSpec Spec { get; } = new("suggestions", "queue") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => SuggestionListViews.QueuePage(
        await suggestions.WaitingAsync(call.Guild, ct), await hubs.ConflictsAsync(call.Guild, ct), PageOf(call.Argument));

    /// <summary>Of an argument such as <c>next/2</c>.</summary>
    public static int PageOf(string argument) => int.TryParse(argument[(argument.LastIndexOf('/') + 1)..], out var page) ? page : 0;
}
