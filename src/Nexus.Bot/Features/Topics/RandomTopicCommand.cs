using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary><c>/topic random</c> opens the hub somewhere, rather where the caller has not been.</summary>
internal sealed class RandomTopicCommand(GuildHubs hubs, RandomTopic topic) : ICommand
{
    public static CommandSpec Spec { get; } = new("topic", "random", "Read a page of the hub that you did not look for")
    {
        Options = [BrowseOptions.Kind, BrowseOptions.Level],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/topic random level:beginner",
        Details = "Pages that you have not marked as read come first.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        await topic.PickAsync(call, await hubs.OfAsync(call.GuildOrNull, ct), BrowseOptions.Read(call), except: null, ct) is { } card
            ? Reply.PrivateCard(card)
            : BrowseViews.NothingLikeThat();
}
