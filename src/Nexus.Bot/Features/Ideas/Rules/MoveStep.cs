namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>Who may move an idea from one status to another.</summary>
[Flags]
internal enum Movers
{
    /// <summary>It does not go there.</summary>
    None = 0,
    Author = 1,
    Mentors = 2,

    /// <summary>Who has a place in it.</summary>
    Team = 4,

    /// <summary>Time that has passed, after it was asked and warned.</summary>
    Clock = 8,

    /// <summary>Not as a move: only by forming the team.</summary>
    ByForming = 16,

    /// <summary>Not as a move: only by merging.</summary>
    ByMerging = 32,

    /// <summary>It is there.</summary>
    Same = 64,
}

/// <summary>What has to follow a move; all of it is done after the move is saved.</summary>
[Flags]
internal enum MoveEffects
{
    None = 0,

    /// <summary>Its card is posted, with a thread.</summary>
    Publish = 1,

    /// <summary>A quiet message in its thread, with the reason.</summary>
    TellFollowers = 2,

    /// <summary>In private, since there is no thread.</summary>
    TellAuthor = 4,

    /// <summary>The thread is archived.</summary>
    CloseThread = 8,

    /// <summary>The thread is taken out of the archive.</summary>
    OpenThread = 16,

    /// <summary>The people go to the teams.</summary>
    HandOver = 32,
}

/// <summary>What came of a move.</summary>
internal abstract record MoveStep
{
    private MoveStep()
    {
    }

    /// <param name="Reason">As it is told, without spaces around it.</param>
    internal sealed record Done(IdeaFacts Now, string Reason, MoveEffects Effects) : MoveStep;

    /// <summary>It is there already: a second press does no harm.</summary>
    internal sealed record Already(IdeaStatus Status) : MoveStep;

    /// <summary>Others may do this.</summary>
    internal sealed record NotYours(Movers Who) : MoveStep;

    /// <summary>From its status it does not go there.</summary>
    internal sealed record NotNow(IdeaStatus Status) : MoveStep;

    /// <summary>It gets there by forming the team or by merging, not by hand.</summary>
    internal sealed record OtherWay(Movers Way) : MoveStep;

    /// <summary>Nobody moves an idea without a word.</summary>
    internal sealed record NeedsReason : MoveStep;

    /// <summary>It never was on the board, so a mentor has to see it first.</summary>
    internal sealed record NeedsReview : MoveStep;
}
