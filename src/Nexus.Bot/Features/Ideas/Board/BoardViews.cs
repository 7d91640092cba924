using System.Globalization;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>The board, as a list that is turned, filtered and sorted where it stands.</summary>
internal static class BoardViews
{
    public const string All = "all";
    public const string Mine = "mine", Unanswered = "unanswered";

    private const int MostTyped = 60;

    public static IReadOnlyList<(IdeaOrder Order, string Name)> Orders { get; } =
    [
        (IdeaOrder.Hot, "hot: votes and places of these days first"),
        (IdeaOrder.Top, "top: most votes first"),
        (IdeaOrder.New, "new: the newest first"),
        (IdeaOrder.NeedsPeople, "needs people: with a free place, nearest to beginning first"),
    ];

    public static Reply Board(BoardPage board) => Reply.PrivateCard(Parts(board));

    public static Reply Turned(BoardPage board) => Reply.ChangeCard(Parts(board));

    public static Reply OnlyInAServer() => Reply.Private("Ideas belong to a server. Please look there, not in direct messages.");

    public static Reply OnlyForMentors() => Reply.Private("Which ideas still wait for a mentor's word is a list for mentors. `/idea board` shows all ideas.");

    /// <summary>The tag that was typed is no page of the hub.</summary>
    public static Reply UnknownTag(string typed, IReadOnlyList<HubPage> near) => Reply.Private(
        $"The hub has no topic called “{Md.EscapeLine(Md.Cut(Md.Line(typed), MostTyped))}”."
        + (near.Count > 0 ? $" Did you mean {Either(near)}?" : " Leave out `tag`, or pick one of those that come up while you type."));

    /// <summary>Shows one of these to whoever chooses it.</summary>
    public static ActionRow Open(IEnumerable<Idea> ideas, string placeholder = "Open…") => Control.Row(new StringSelect
    {
        CustomId = OpenIdeaSelect.Spec.For(),
        Placeholder = placeholder,
        Options =
        [
            .. ideas.Select(idea => new SelectOption(
                Md.Cut(string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} {Md.Line(idea.Title)}"), 100), idea.Id.ToString(CultureInfo.InvariantCulture))),
        ],
    });

    /// <summary>“backend or frontend”.</summary>
    public static string Wanted(IReadOnlyList<IdeaRole> roles) => string.Join(" or ", roles.Select(IdeaText.Role));

    private static List<Component> Parts(BoardPage board)
    {
        if (board.IsBare && !board.State.IsNarrowed)
        {
            return [new TextDisplay("Nobody has put up an idea here yet. Be the first: `/idea add`. A rough thought is enough, others help to shape it.")];
        }

        return
        [
            new TextDisplay(string.Join('\n', [Heading(board), .. board.Count == 0 ? [Empty(board)] : board.Shown.Select(listed => IdeaText.Line(listed.Card))])),
            .. board.State.Order == IdeaOrder.Hot && board.Count > 1 ? [new TextDisplay($"-# {IdeaText.HotExplained}")] : Array.Empty<Component>(),
            .. board.Count == 0 ? Array.Empty<Component>() : [Open(board.Shown.Select(listed => listed.Idea))],
            Control.Row(Shows(board.State)),
            Control.Row(Only(board)),
            Control.Row(Sorts(board.State)),
            .. Paging.Turns(board.State.Page, board.Pages, (way, to) => TurnBoardButton.For(way, board.State with { Page = to })),
        ];
    }

    private static string Heading(BoardPage board)
    {
        var state = board.State;
        string?[] details =
        [
            board.Count == 1 ? "1 idea" : string.Create(CultureInfo.InvariantCulture, $"{board.Count:#,0} ideas"),
            board.Topic is { } topic ? $"about {Md.EscapeLine(topic)}" : null,
            state.Wanted.Count > 0 ? $"{Wanted(state.Wanted)} wanted" : null,
            state.IsUnanswered ? "no mentor has answered" : null,
            Orders.First(order => order.Order == state.Order).Name,
        ];
        return $"## {Title(state)}\n-# {string.Join(" · ", details.Where(detail => detail is not null))}";
    }

    private static string Title(BoardState state) => (state.IsMine, state.Status) switch
    {
        (true, null) => "Your ideas",
        (true, { } status) => $"Your ideas: {IdeaText.Status(status).ToLowerInvariant()}",
        (_, null) => "Ideas",
        (_, { } status) => $"Ideas: {IdeaText.Status(status).ToLowerInvariant()}",
    };

    private static string Empty(BoardPage board) => board.State switch
    {
        { IsMine: true, Status: null, Tag: "", Wanted: [], Order: not IdeaOrder.NeedsPeople } => "You have put up no idea yet. `/idea add` is the way: a rough thought is enough.",
        { IsUnanswered: true, Tag: "", Wanted: [], IsMine: false, Status: null } => "🎉 Every open idea has heard from a mentor.",
        { Wanted: [], Order: IdeaOrder.NeedsPeople } => "No idea has a free place just now. Put up your own with `/idea add`, or choose another order below.",
        { IsNarrowed: true } => "None fits. Choose something else below, or put it up yourself: `/idea add`.",
        _ => "No idea is open or being built just now. Put one up with `/idea add`, or look at those that were shipped or parked below.",
    };

    private static StringSelect Shows(BoardState state) => new()
    {
        CustomId = FilterBoardSelect.For(FilterBoardSelect.Status, state),
        Placeholder = "Which ideas",
        Options =
        [
            new SelectOption("The whole board", All, "Open or being built, and without any filter", Default: !state.IsNarrowed ? true : null),
            .. BoardState.Statuses.Select(status => new SelectOption(
                $"{IdeaText.Mark(status)} {IdeaText.Status(status)}", status.ToString(), Default: state.Status == status ? true : null)),
        ],
    };

    // Any number of them, none too.
    private static StringSelect Only(BoardPage board)
    {
        List<SelectOption> options =
        [
            new SelectOption("Mine: those I proposed", Mine, Default: Chosen(board.State.IsMine)),
            .. Enum.GetValues<IdeaRole>().Select(role => new SelectOption(
                $"With a free place: {IdeaText.Role(role)}", role.ToString(), Default: Chosen(board.State.Wanted.Contains(role)))),
            .. board.IsForMentor ? [new SelectOption("No mentor has answered yet", Unanswered, Default: Chosen(board.State.IsUnanswered))] : Array.Empty<SelectOption>(),
        ];
        return new StringSelect { CustomId = FilterBoardSelect.For(FilterBoardSelect.Only, board.State), Placeholder = "Only…", MinValues = 0, MaxValues = options.Count, Options = options };

        static bool? Chosen(bool isChosen) => isChosen ? true : null;
    }

    private static StringSelect Sorts(BoardState state) => new()
    {
        CustomId = FilterBoardSelect.For(FilterBoardSelect.Order, state),
        Placeholder = "Order",
        Options = [.. Orders.Select(order => new SelectOption(Capital(order.Name), order.Order.ToString(), Default: order.Order == state.Order ? true : null))],
    };

    private static string Either(IReadOnlyList<HubPage> pages) => string.Join(" or ", pages.Select(page => $"**{Md.EscapeLine(page.Title)}**"));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
