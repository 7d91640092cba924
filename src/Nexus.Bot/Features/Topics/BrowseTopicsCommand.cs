using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary><c>/topic browse</c> lists the hub's pages, narrowed by kind, tag and level.</summary>
internal sealed class BrowseTopicsCommand(GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "browse", "Look through the hub's pages by kind, tag and level")
    {
        Options = [BrowseOptions.Kind, BrowseOptions.Tag, BrowseOptions.Level],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/topic browse kind:Challenge tag:docker",
        Details = "Everything can also be chosen in the lists below the answer, and each page opened from there.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        Reply.PrivateCard(BrowseViews.Card(BrowseOptions.Read(call), await hubs.OfAsync(call.GuildOrNull, ct)));
}
