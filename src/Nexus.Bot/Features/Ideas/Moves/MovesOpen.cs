using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>Where somebody can move an idea by their word, now.</summary>
internal static class MovesOpen
{
    public static IReadOnlyList<IdeaStatus> To(IdeaFacts facts, IdeaActor by, IdeaPolicy policy) =>
        [.. Enum.GetValues<IdeaStatus>().Where(to => IsOpen(facts, to, by, policy))];

    /// <summary>The status a move is undone by: where it came from, or as near to it as a word brings it; null when there is no way back.</summary>
    public static IdeaStatus? Back(IdeaStatus from, IdeaFacts now, IdeaActor by, IdeaPolicy policy) =>
        IsOpen(now, from, by, policy) ? from
        : from.IsOpen() && !now.Status.IsAlive() && IsOpen(now, IdeaStatus.Proposed, by, policy) ? IdeaStatus.Proposed
        : null;

    private static bool IsOpen(IdeaFacts facts, IdeaStatus to, IdeaActor by, IdeaPolicy policy) => to switch
    {
        // What mentors have let pass once is not looked at again.
        IdeaStatus.InReview when facts.WasPublished || !policy.NeedsReview => false,
        _ => MoveRules.Take(facts, to, by, "a reason", policy) is MoveStep.Done,
    };
}
