using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

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

/// <summary>Which ideas the board shows, and in which order. The same ideas in any order give the same board.</summary>
internal sealed record BoardFilter(IdeaOrder Order)
{
    /// <summary>Null for all that are on the board: open or being built.</summary>
    public IdeaStatus? Status { get; init; }

    public string? Tag { get; init; }

    /// <summary>With a free place for this role.</summary>
    public IdeaRole? Wanted { get; init; }

    public Snowflake? Author { get; init; }

    public bool UnansweredByMentors { get; init; }

    public IReadOnlyList<IdeaCard> Choose(IEnumerable<IdeaCard> cards)
    {
        var chosen = cards.Where(Matches);
        var ordered = Order switch
        {
            IdeaOrder.Hot => chosen.OrderByDescending(card => card.HeatLevel).ThenByDescending(card => card.Votes),
            IdeaOrder.Top => chosen.OrderByDescending(card => card.Votes).ThenByDescending(card => card.Roles.Sum(role => role.Taken)),
            IdeaOrder.New => chosen.OrderByDescending(card => card.CreatedAt),
            IdeaOrder.NeedsPeople => chosen.Where(card => card.NeedsPeople)
                .OrderBy(card => card.Missing == 0 ? int.MaxValue : card.Missing)
                .ThenByDescending(card => card.HeatLevel),
        };
        return [.. ordered.ThenByDescending(card => card.CreatedAt).ThenByDescending(card => card.Number)];
    }

    private bool Matches(IdeaCard card) =>
        (Status is { } status ? card.Status == status : card.Status.IsOpen() || card.Status == IdeaStatus.Building)
        && (Tag is null || card.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
        && (Wanted is not { } role || (card.Status.IsOpen() && card.Roles.Any(fill => fill.Role == role && fill.Open > 0)))
        && (Author is not { } author || card.Author == author)
        && (!UnansweredByMentors || !card.HasMentorAnswer);
}
