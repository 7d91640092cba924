using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary><c>/idea board</c> lists ideas by status, topic, who is wanted, and heat.</summary>
internal sealed class ShowBoardCommand(IdeaBoard board, GuildHubs hubs, GuildConfigurations configurations) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "board", "Look through the ideas: hot ones, new ones, those that need people, yours…")
    {
        Options =
        [
            Option.Choice("status", "Open and being built when left out", [.. BoardState.Statuses.Select(status => (IdeaText.Status(status), status.ToString()))]).Optional(),
            TagChoice.Option,
            Option.Choice("wanted", "Only ideas with a free place for this", [.. Enum.GetValues<IdeaRole>().Select(role => (IdeaText.Role(role), role.ToString()))]).Optional(),
            Option.Flag("mine", "Only ideas that you proposed").Optional(),
            Option.Flag("unanswered", "Only ideas that no mentor has answered yet (for mentors)").Optional(),
            Option.Choice("sort", "Hot ones first when left out", [.. BoardViews.Orders.Select(order => (order.Name, order.Order.ToString()))]).Optional(),
        ],
        Visibility = Visibility.Private,
        Example = "/idea board wanted:frontend sort:needs people",
        Details = "Each line leads to the idea's card. What is shown, and in which order, can be changed below the list; only you see it. "
            + $"{IdeaText.HotExplained} “Needs people” has the ideas with a free place, those that lack fewest people to begin first.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (TagChoice.Of(call, await hubs.OfAsync(call.Guild, ct), out var tag) is { } unknown)
        {
            return unknown;
        }

        if (call.Flag("unanswered") && !AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(call.Guild, ct)))
        {
            return BoardViews.OnlyForMentors();
        }

        var state = new BoardState(Enum.TryParse<IdeaOrder>(call.TextOrNull("sort"), out var order) && Enum.IsDefined(order) ? order : IdeaOrder.Hot)
        {
            Status = Enum.TryParse<IdeaStatus>(call.TextOrNull("status"), out var status) && BoardState.Statuses.Contains(status) ? status : null,
            Tag = tag,
            Wanted = Enum.TryParse<IdeaRole>(call.TextOrNull("wanted"), out var role) && Enum.IsDefined(role) ? [role] : [],
            IsMine = call.Flag("mine"),
            IsUnanswered = call.Flag("unanswered"),
        };
        return BoardViews.Board(await board.ReadAsync(call, state, ct));
    }
}
