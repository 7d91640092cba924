using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary><c>/topic suggestions</c> shows what the caller suggested and what became of it.</summary>
internal sealed class ListMySuggestionsCommand(PageSuggestions suggestions) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "suggestions", "See what you suggested for the hub and what became of it")
    {
        Visibility = Visibility.Private,
        Example = "/topic suggestions",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        SuggestionListViews.Mine(await suggestions.OfAsync(call.Guild, call.User, ct));
}
