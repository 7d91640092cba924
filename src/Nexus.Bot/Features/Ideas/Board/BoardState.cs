using System.Globalization;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

internal enum IdeaOrder
{
    /// <summary>By <see cref="Heat"/>.</summary>
    Hot,

    /// <summary>Most votes first.</summary>
    Top,
    New,

    /// <summary>Only those with a free place; first those that lack fewest people to begin.</summary>
    NeedsPeople,
}

/// <summary>Which ideas somebody looks through, in which order, and where they are. Lives in the custom ids of the board's controls.</summary>
internal sealed record BoardState(IdeaOrder Order)
{
    /// <summary>Longer slugs leave no room in a custom id.</summary>
    public const int LongestTag = 50;

    private const char Between = '/';
    private const string Mine = "m", Unanswered = "u";
    private const string RoleLetters = "bfm";

    /// <summary>Those that can be chosen. What its author took back, or was merged, is nobody's way.</summary>
    public static readonly IReadOnlyList<IdeaStatus> Statuses =
        [IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked, IdeaStatus.Declined];

    /// <summary>Null for all that are on the board, open or being built; of one's own, for all of them.</summary>
    public IdeaStatus? Status { get; init; }

    /// <summary>A slug; any when empty.</summary>
    public string Tag { get; init; } = "";

    /// <summary>With a free place for one of these; any when empty.</summary>
    public IReadOnlyList<IdeaRole> Wanted { get; init; } = [];

    /// <summary>Proposed by whoever looks.</summary>
    public bool IsMine { get; init; }

    /// <summary>Open, and no mentor has said anything; for mentors.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>From 0.</summary>
    public int Page { get; init; }

    public bool IsNarrowed => Status is not null || Tag.Length > 0 || Wanted.Count > 0 || IsMine || IsUnanswered;

    /// <summary>Anyone can send anything: what cannot be read shows the board.</summary>
    public static BoardState Parse(string text)
    {
        if (text.Split(Between) is not [var status, var tag, var wanted, var only, var order, var page] || Number(order) is not { } way || !Enum.IsDefined((IdeaOrder)way))
        {
            return new BoardState(IdeaOrder.Hot);
        }

        return new BoardState((IdeaOrder)way)
        {
            Status = Number(status) is { } number && Statuses.Contains((IdeaStatus)number) ? (IdeaStatus)number : null,
            Tag = Md.Cut(tag, LongestTag),
            Wanted = [.. Enum.GetValues<IdeaRole>().Where(role => wanted.Contains(RoleLetters[(int)role]))],
            IsMine = only.Contains(Mine, StringComparison.Ordinal),
            IsUnanswered = only.Contains(Unanswered, StringComparison.Ordinal),
            Page = Number(page) ?? 0,
        };
    }

    public override string ToString() => string.Join(
        Between,
        Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "",
        Tag,
        string.Concat(Wanted.Select(role => RoleLetters[(int)role])),
        (IsMine ? Mine : "") + (IsUnanswered ? Unanswered : ""),
        ((int)Order).ToString(CultureInfo.InvariantCulture),
        Page.ToString(CultureInfo.InvariantCulture));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
