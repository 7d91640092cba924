using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>First, previous, next and last under the board.</summary>
internal sealed class TurnBoardButton(IdeaBoard board) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "turn") { ChangesMessage = true };

    /// <param name="way">Makes the id unique in its message.</param>
    public static string For(string way, BoardState to) => Spec.For($"{way}/{to}");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.GuildOrNull is null
        ? BoardViews.OnlyInAServer()
        : BoardViews.Turned(await board.ReadAsync(call, BoardState.Parse(call.Argument[(call.Argument.IndexOf('/', StringComparison.Ordinal) + 1)..]), ct));
}

/// <summary>What the board shows, and in which order: begins at the first page.</summary>
internal sealed class FilterBoardSelect(IdeaBoard board) : ISelect
{
    public const string Status = "status", Only = "only", Order = "order";

    public static ControlSpec Spec { get; } = new("idea", "filter") { ChangesMessage = true };

    public static string For(string what, BoardState state) => Spec.For($"{what}/{state with { Page = 0 }}");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is null)
        {
            return BoardViews.OnlyInAServer();
        }

        var slash = call.Argument.IndexOf('/', StringComparison.Ordinal);
        var state = BoardState.Parse(call.Argument[(slash + 1)..]);
        return BoardViews.Turned(await board.ReadAsync(call, slash < 0 ? state : With(state, call.Argument[..slash], call.Values), ct));
    }

    private static BoardState With(BoardState state, string what, IReadOnlyList<string> values) => (what, values) switch
    {
        (Status, [BoardViews.All]) => new BoardState(state.Order),
        (Status, [var status]) when Enum.TryParse<IdeaStatus>(status, out var chosen) && BoardState.Statuses.Contains(chosen) => state with { Status = chosen },
        (Order, [var order]) when Enum.TryParse<IdeaOrder>(order, out var chosen) && Enum.IsDefined(chosen) => state with { Order = chosen },
        (Only, _) => state with
        {
            IsMine = values.Contains(BoardViews.Mine),
            IsUnanswered = values.Contains(BoardViews.Unanswered),
            Wanted = [.. Enum.GetValues<IdeaRole>().Where(role => values.Contains(role.ToString()))],
        },
        _ => state,
    };
}
