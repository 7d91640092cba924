namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What came of merging one idea into another.</summary>
internal abstract record MergeStep
{
    private MergeStep()
    {
    }

    /// <param name="Into">Where it goes on: the root, when the idea that was named goes on as another itself.</param>
    /// <param name="TakesPeople">Who wants to build the one is taken over to the other; not into a team that is formed.</param>
    internal sealed record Done(long Into, bool TakesPeople) : MergeStep;

    /// <summary>It goes on as that one already.</summary>
    internal sealed record Already(long Into) : MergeStep;

    internal sealed record Same : MergeStep;

    /// <summary>The other one goes on as this one: that merge would have to be taken back first.</summary>
    internal sealed record OtherWayRound : MergeStep;

    /// <summary>It goes on as another one already.</summary>
    internal sealed record GoesOnElsewhere(long As) : MergeStep;

    internal sealed record NotYours : MergeStep;

    /// <summary>One of them is in a status in which it is not merged: decided, not on the board yet, or gone.</summary>
    internal sealed record NotNow(long Which, IdeaStatus Status) : MergeStep;
}

/// <summary>What came of taking a merge back.</summary>
internal abstract record UnmergeStep
{
    private UnmergeStep()
    {
    }

    internal sealed record Done(IdeaFacts Now, MoveEffects Effects) : UnmergeStep;

    internal sealed record NotYours : UnmergeStep;

    internal sealed record NotMerged(IdeaStatus Status) : UnmergeStep;

    /// <summary>The people of both are building already.</summary>
    internal sealed record HasTeam(long Idea) : UnmergeStep;
}

/// <summary>Which ideas can become one, and by whom.</summary>
internal static class MergeRules
{
    /// <param name="source">What is to go on as the other.</param>
    /// <param name="target">What was named.</param>
    /// <param name="root">The idea as which <paramref name="target"/> goes on; itself, when it was not merged.</param>
    /// <param name="by">Mentors, and the author of <paramref name="source"/>.</param>
    /// <param name="links">All merges of the server.</param>
    public static MergeStep Take(IdeaFacts source, IdeaFacts target, IdeaFacts root, IdeaActor by, MergeLinks links)
    {
        var goesOnAs = links.RootOf(source.Id);
        return by.IsClock || (!by.IsMentor && by.Id != source.Author) ? new MergeStep.NotYours()
            : source.Id == target.Id ? new MergeStep.Same()
            : root.Id == source.Id ? new MergeStep.OtherWayRound()
            : goesOnAs == root.Id ? new MergeStep.Already(root.Id)
            : goesOnAs != source.Id ? new MergeStep.GoesOnElsewhere(goesOnAs)
            : MoveRules.Who(source.Status, IdeaStatus.Merged) != Movers.ByMerging ? new MergeStep.NotNow(source.Id, source.Status)
            : !IsTarget(root.Status) ? new MergeStep.NotNow(root.Id, root.Status)
            : new MergeStep.Done(root.Id, TakesPeople: root.Status.IsOpen());
    }

    /// <summary>
    /// Whether a merge is taken back: by mentors, and only where no team was formed of both. The idea is proposed again, the votes
    /// given to it are its own again by themselves, and the people who came with it return by <see cref="CrewRules.Release"/>.
    /// </summary>
    public static UnmergeStep TakeBack(IdeaFacts source, IdeaFacts root, IdeaActor by) =>
        !by.IsMentor ? new UnmergeStep.NotYours()
        : source.Status != IdeaStatus.Merged ? new UnmergeStep.NotMerged(source.Status)
        : root.Status is IdeaStatus.Building or IdeaStatus.Shipped ? new UnmergeStep.HasTeam(root.Id)
        : new UnmergeStep.Done(source with { Status = IdeaStatus.Proposed }, MoveRules.Effects(source, IdeaStatus.Proposed));

    // What is shipped may be what somebody proposes again: who voted for it hears of it there.
    private static bool IsTarget(IdeaStatus status) => status.IsOpen() || status is IdeaStatus.Building or IdeaStatus.Shipped;
}
