using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>Another one, under a page that came by chance.</summary>
internal sealed class AnotherRandomTopicButton(GuildHubs hubs, RandomTopic topic) : IButton
{
    private const char Between = '|';

    public static ControlSpec Spec { get; } = new("topics", "another") { ChangesMessage = true };

    public static string For(BrowseState wanted, HubPage shown) => Spec.For($"{wanted with { Tag = "" }}{Between}{shown.Slug}");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return call.Argument.Split(Between) is [var state, var slug]
            && await topic.PickAsync(call, hub, BrowseState.Parse(state), except: slug, ct) is { } card
                ? Reply.ChangeCard(card)
                : BrowseViews.NothingLikeThat();
    }
}
