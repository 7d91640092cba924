using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>First, previous, next and last under <c>/topic browse</c>, and the way back to everything.</summary>
internal sealed class TurnTopicsButton(GuildHubs hubs) : IButton
{
    private const char Between = '|';

    public static ControlSpec Spec { get; } = new("topics", "turn") { ChangesMessage = true };

    /// <param name="way">Which button it is: a custom id may stand only once in a message.</param>
    public static string For(string way, BrowseState state) => Spec.For($"{way}{Between}{state}");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.GuildOrNull, ct);
        return Reply.ChangeCard(BrowseViews.Card(BrowseState.Parse(call.Argument.Split(Between)[^1]), hub));
    }
}
