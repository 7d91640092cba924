using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

internal enum Stance
{
    /// <summary>"I want this."</summary>
    For,

    /// <summary>"Not as it is." Told to author and mentors, and taken from nobody's votes.</summary>
    NotYet,
}

/// <summary>One row of one idea and one person. It stays with its idea when that is merged.</summary>
internal sealed record Vote(long Idea, Snowflake Person, Stance Stance, DateTimeOffset At);

/// <summary>What came of a press on a vote button.</summary>
internal abstract record VoteStep
{
    private VoteStep()
    {
    }

    /// <param name="Before">What they said until now; null when this is new.</param>
    internal sealed record Counted(Stance? Before) : VoteStep;

    /// <summary>They said so already: a second press does no harm.</summary>
    internal sealed record Already(Stance Stance) : VoteStep;

    internal sealed record TakenBack(Stance Before) : VoteStep;

    internal sealed record NothingToTakeBack : VoteStep;

    /// <summary>Who proposes an idea does not vote for it on this server.</summary>
    internal sealed record OwnIdea : VoteStep;

    /// <summary>First they have to take back the vote for another idea that is not decided yet.</summary>
    internal sealed record Enough(int Most) : VoteStep;

    /// <summary>In this status nobody votes any more.</summary>
    internal sealed record NotNow(IdeaStatus Status) : VoteStep;
}

/// <summary>Votes on an idea.</summary>
internal static class VoteRules
{
    /// <param name="facts">The idea as it goes on: of a merged one, what it was merged into.</param>
    /// <param name="by">Who votes.</param>
    /// <param name="stance">What they say.</param>
    /// <param name="mine">What they said until now.</param>
    /// <param name="openVotes">How many other ideas that are not decided yet they are for.</param>
    /// <param name="policy">What the server chose.</param>
    public static VoteStep Cast(IdeaFacts facts, IdeaActor by, Stance stance, Stance? mine, int openVotes, IdeaPolicy policy) =>
        !facts.Status.IsOpen() ? new VoteStep.NotNow(facts.Status)
        : mine == stance ? new VoteStep.Already(stance)
        : by.Id == facts.Author && !policy.AuthorsMayVote ? new VoteStep.OwnIdea()
        : stance == Stance.For && openVotes >= policy.MostOpenVotes ? new VoteStep.Enough(policy.MostOpenVotes.Value)
        : new VoteStep.Counted(mine);

    /// <summary>A vote can be taken back whatever has become of the idea.</summary>
    public static VoteStep TakeBack(Stance? mine) => mine is { } before ? new VoteStep.TakenBack(before) : new VoteStep.NothingToTakeBack();
}
