namespace Nexus.Bot.Features.Questions.Rules;

internal enum QuestionState
{
    /// <summary>Nobody looks after it; it climbs the ladder.</summary>
    Open,

    /// <summary>Somebody has said that they will answer.</summary>
    Claimed,

    /// <summary>An answer is there; whether it helps is not known.</summary>
    Answered,

    /// <summary>At least one answer helped.</summary>
    Accepted,

    /// <summary>It has an answer, and its asker said nothing more for long. What nobody answered never becomes this.</summary>
    Stale,

    /// <summary>Its asker needs no answer any more.</summary>
    Withdrawn,

    /// <summary>The answer is where it was asked before.</summary>
    Duplicate,
}

/// <summary>What people and the clock do to a question.</summary>
internal enum QuestionAct
{
    Claim,

    /// <summary>Gives a claim back.</summary>
    Release,

    /// <summary>Gives a claim to somebody else; mentors may so give away an open question too.</summary>
    HandOver,

    /// <summary>Says that an answer is there.</summary>
    Answer,

    /// <summary>Marks a message as what helped.</summary>
    Accept,

    /// <summary>Takes such a mark back.</summary>
    TakeBack,
    MarkDuplicate,
    Withdraw,

    /// <summary>It is not solved after all, or again.</summary>
    Reopen,

    /// <summary>"Keep open", when asked whether it is solved.</summary>
    KeepOpen,

    /// <summary>The clock: nobody said anything for long.</summary>
    FallSilent,

    /// <summary>The clock: who claimed it did not answer for long.</summary>
    LetClaimLapse,
}

/// <summary>What has to follow a step; all of it is done after the step is saved.</summary>
[Flags]
internal enum QuestionEffects
{
    None = 0,

    /// <summary>Steps of the ladder that wait are needless.</summary>
    StopLadder = 1,

    /// <summary>The ladder begins anew, from its first step.</summary>
    StartLadder = 2,

    /// <summary>The asker is asked after some quiet days whether it is solved.</summary>
    WatchSilence = 4,

    /// <summary>The asker, and everyone with the same problem, hears of it.</summary>
    TellSubscribers = 8,

    /// <summary>Who claimed it hears of it, in private.</summary>
    TellHolder = 16,

    /// <summary>Who answered is thanked, in public.</summary>
    Thank = 32,
}
